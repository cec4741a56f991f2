import {
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  NearFarScalar,
  PointPrimitiveCollection,
  PolylineColorAppearance,
  PolylineGeometry,
  ArcType,
  Primitive,
  ShadowMode,
  type Scene,
} from '@cesium/engine'
import type { Ground } from '../../geo/ground.ts'
import type { SelectionKind } from '../../layers/selection-kind.ts'
import type { Lines, Points } from '../../layers/types.ts'
import type { SceneTheme } from '../look/scene-theme.ts'

/** What a picked line, point or planned block carries. */
export interface VectorPick {
  readonly kind: SelectionKind | 'edit'
  readonly featureId: string
}

const LINE_HEIGHT_METRES = 3
const POINT_HEIGHT_METRES = 5
const OUTLINE_HEIGHT_METRES = 6

export interface Vectors {
  readonly setLines: (lines: readonly Lines[]) => void
  readonly setPoints: (points: readonly Points[], theme: SceneTheme) => void
  /** Longitude, latitude interleaved, or null for none. */
  readonly setOutline: (positionsDegrees: Float64Array | null, accent: string) => void
  /** An area as it is drawn: its line, and a dot at every corner. */
  readonly setSketches: (sketches: readonly Float64Array[], accent: string, theme: SceneTheme) => void
}

/** Lines and points over the ground of one city: one primitive a kind, rebuilt when a layer changes. */
export function createVectors(scene: Scene, ground: Ground): Vectors {
  let lines: Primitive | null = null
  let outline: Primitive | null = null
  let sketch: Primitive | null = null
  const points = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection
  const corners = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection

  const replace = (old: Primitive | null, next: Primitive | null): Primitive | null => {
    if (old !== null) scene.primitives.remove(old)
    if (next !== null) scene.primitives.add(next)
    scene.requestRender()
    return next
  }

  return {
    setLines: (drawables) => {
      const instances = drawables.flatMap((drawable) => createLineInstances(ground, drawable))
      lines = replace(lines, instances.length === 0 ? null : createLinePrimitive(instances))
    },
    setPoints: (drawables, theme) => {
      points.removeAll()
      for (const drawable of drawables) addPoints(points, ground, drawable, theme)
      scene.requestRender()
    },
    setOutline: (positionsDegrees, accent) => {
      outline = replace(outline, createOutline(ground, positionsDegrees, accent))
    },
    setSketches: (sketches, accent, theme) => {
      const outlines = sketches.filter((positionsDegrees) => positionsDegrees.length >= 4)
      sketch = replace(sketch, outlines.length === 0 ? null : createSketchLine(ground, outlines, accent))
      corners.removeAll()
      for (const position of sketches.flatMap((positionsDegrees) => toCartesians(ground, positionsDegrees, OUTLINE_HEIGHT_METRES))) {
        corners.add(dotAt(position, accent, theme))
      }
    },
  }
}

/** A dot that nothing hides. */
export function dotAt(position: Cartesian3, colour: string, theme: SceneTheme, pixelSize = 9) {
  return {
    position,
    pixelSize,
    color: Color.fromCssColorString(colour),
    outlineColor: Color.fromCssColorString(theme.pointOutline),
    outlineWidth: 2,
    disableDepthTestDistance: Number.POSITIVE_INFINITY,
  }
}

function createOutline(ground: Ground, positionsDegrees: Float64Array | null, accent: string): Primitive | null {
  if (positionsDegrees === null || positionsDegrees.length < 4) return null
  return createLinePrimitive([createOutlineInstance(ground, positionsDegrees, accent)], positionsDegrees.length < 500)
}

/** A line over the ground for what is being drawn. */
export function createSketchLine(ground: Ground, lines: readonly Float64Array[], colour: string): Primitive {
  return createLinePrimitive(
    lines.map((line) => createOutlineInstance(ground, line, colour)),
    true,
  )
}

function createOutlineInstance(ground: Ground, positionsDegrees: Float64Array, accent: string): GeometryInstance {
  return createLineInstance(toCartesians(ground, positionsDegrees, OUTLINE_HEIGHT_METRES), 3, Color.fromCssColorString(accent), undefined)
}

/** `isSmall`: so few corners that a worker would only put them off. */
function createLinePrimitive(geometryInstances: GeometryInstance[], isSmall = false): Primitive {
  return new Primitive({
    geometryInstances,
    appearance: new PolylineColorAppearance({ translucent: false }),
    // Behind a building a line shows through faintly, so that a route does not fall apart.
    depthFailAppearance: new PolylineColorAppearance({
      translucent: true,
      fragmentShaderSource: `
        in vec4 v_color;
        void main() {
          out_FragColor = vec4(czm_gammaCorrect(v_color).rgb, v_color.a * 0.28);
        }`,
    }),
    shadows: ShadowMode.DISABLED,
    asynchronous: !isSmall,
  })
}

function createLineInstances(ground: Ground, lines: Lines): GeometryInstance[] {
  const instances: GeometryInstance[] = []
  for (let part = 0; part < lines.partFeatures.length; part++) {
    const from = lines.partStarts[part] as number
    const to = lines.partStarts[part + 1] as number
    if (to - from < 2) continue
    const feature = lines.partFeatures[part] as number
    const positions = toCartesians(ground, lines.positionsDegrees.subarray(from * 2, to * 2), LINE_HEIGHT_METRES)
    instances.push(createLineInstance(positions, lines.widthPixels[feature] ?? 2, colourAt(lines.rgba, feature), pickOf(lines, feature)))
  }
  return instances
}

function createLineInstance(positions: Cartesian3[], width: number, colour: Color, id: VectorPick | undefined): GeometryInstance {
  const colourAttribute = ColorGeometryInstanceAttribute.fromColor(colour)
  return new GeometryInstance({
    id,
    geometry: new PolylineGeometry({
      positions,
      width,
      arcType: ArcType.NONE,
      vertexFormat: PolylineColorAppearance.VERTEX_FORMAT,
    }),
    attributes: { color: colourAttribute, depthFailColor: colourAttribute },
  })
}

function addPoints(collection: PointPrimitiveCollection, ground: Ground, points: Points, theme: SceneTheme): void {
  const outlineColor = Color.fromCssColorString(theme.pointOutline)
  const positions = toCartesians(ground, points.positionsDegrees, POINT_HEIGHT_METRES)
  for (let index = 0; index < positions.length; index++) {
    collection.add({
      id: pickOf(points, index),
      position: positions[index] as Cartesian3,
      color: colourAt(points.rgba, index),
      pixelSize: points.diameterPixels[index] ?? 6,
      outlineColor,
      outlineWidth: 1.5,
      scaleByDistance: new NearFarScalar(800, 1.15, 9000, 0.45),
    })
  }
}

/** What a click on a feature means: its layer says so; a shape of one's own has neither kind nor id. */
function pickOf({ selects, ids }: Lines | Points, feature: number): VectorPick | undefined {
  const featureId = ids[feature]
  return selects === null || featureId === undefined ? undefined : { kind: selects, featureId }
}

function colourAt(rgba: Uint8Array, index: number): Color {
  const at = index * 4
  return Color.fromBytes(rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3])
}

/** Points at a height above the ground. */
export function toCartesians(ground: Ground, positionsDegrees: Float64Array, heightMetres: number): Cartesian3[] {
  const positions: Cartesian3[] = []
  for (let index = 0; index + 1 < positionsDegrees.length; index += 2) {
    const longitude = positionsDegrees[index] as number
    const latitude = positionsDegrees[index + 1] as number
    const height = ground.ellipsoidalHeightMetres(longitude, latitude) + heightMetres
    positions.push(Cartesian3.fromDegrees(longitude, latitude, height))
  }
  return positions
}
