import {
  BoundingSphere,
  Cartesian3,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  Matrix4,
  Primitive,
  PrimitiveType,
  ShadowMode,
  Transforms,
  type Appearance,
  type Scene,
} from '@cesium/engine'
import type { Ground } from '../../geo/ground.ts'
import { createLocalPlane } from '../../geo/local-plane.ts'
import type { Polygon } from '../../scenario/types.ts'
import type { BuildingShader } from '../look/building-shader.ts'
import type { VectorPick } from '../vectors/vectors.ts'
import { createBlockAppearance } from './block-appearance.ts'
import { extrudeBlock } from './extrude-block.ts'

/** A block as it shows. */
export interface Block {
  readonly footprint: Polygon
  readonly heightMetres: number
  readonly rgb: readonly [number, number, number]
  /** 255 is solid; anything below lets through what is behind, and casts no shadow. */
  readonly alpha: number
  /** What a click on it carries; null: it cannot be picked. */
  readonly pick: VectorPick | null
}

export interface PlannedBlocks {
  readonly setBlocks: (blocks: readonly Block[]) => void
  readonly dispose: () => void
}

/** Blocks of a scenario over the ground of one city: a primitive for the solid ones and one for the others. */
export function createPlannedBlocks(scene: Scene, ground: Ground, buildings: BuildingShader): PlannedBlocks {
  const kinds = [true, false].map((isSolid) => ({
    isSolid,
    appearance: createBlockAppearance(buildings.shader, !isSolid),
    primitive: null as Primitive | null,
  }))
  const setBlocks = (blocks: readonly Block[]): void => {
    for (const kind of kinds) {
      const instances = blocks.filter(({ alpha }) => (alpha === 255) === kind.isSolid).flatMap((block) => createInstance(ground, block))
      if (kind.primitive !== null) scene.primitives.remove(kind.primitive)
      kind.primitive = instances.length === 0 ? null : createPrimitive(instances, kind.appearance, kind.isSolid)
      if (kind.primitive !== null) scene.primitives.add(kind.primitive)
    }
    scene.requestRender()
  }
  return {
    setBlocks,
    dispose: () => {
      if (!scene.isDestroyed()) setBlocks([])
    },
  }
}

function createPrimitive(geometryInstances: GeometryInstance[], appearance: Appearance, isSolid: boolean): Primitive {
  return new Primitive({
    geometryInstances,
    appearance,
    shadows: isSolid ? ShadowMode.ENABLED : ShadowMode.DISABLED,
    // So small that a worker would only put them off, and a block that is dragged must follow.
    asynchronous: false,
    compressVertices: false,
  })
}

/** Stands on the lowest ground under its corners, as the tiles' buildings do. Nothing where it has no extent. */
function createInstance(ground: Ground, { footprint, heightMetres, rgb, alpha, pick }: Block): readonly GeometryInstance[] {
  const [origin] = footprint[0] ?? []
  if (origin === undefined || !(heightMetres > 0)) return []
  const plane = createLocalPlane(origin)
  const mesh = extrudeBlock(
    footprint.map((ring) => ring.map((corner) => plane.toMetres(corner))),
    heightMetres,
  )
  if (mesh.indices.length === 0) return []
  const foot = Math.min(...footprint.flat().map(([longitude, latitude]) => ground.ellipsoidalHeightMetres(longitude, latitude)))
  const vertexCount = mesh.positions.length / 3
  const attributes = new GeometryAttributes()
  attributes.position = attribute(ComponentDatatype.DOUBLE, 3, mesh.positions)
  attributes.normal = attribute(ComponentDatatype.FLOAT, 3, mesh.normals)
  const paint = Uint8Array.from({ length: vertexCount * 4 }, (_, at) => (at % 4 === 3 ? alpha : (rgb[at % 4] as number)))
  // Names beyond the engine's own go through as they are.
  Object.assign(attributes, {
    wall: attribute(ComponentDatatype.UNSIGNED_BYTE, 4, mesh.walls, true),
    paint: attribute(ComponentDatatype.UNSIGNED_BYTE, 4, paint, true),
  })
  const geometry = new Geometry({
    attributes,
    indices: mesh.indices,
    primitiveType: PrimitiveType.TRIANGLES,
    boundingSphere: BoundingSphere.fromVertices([...mesh.positions]),
  })
  const modelMatrix = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(origin[0], origin[1], foot), undefined, new Matrix4())
  return [new GeometryInstance({ geometry, modelMatrix, ...(pick === null ? {} : { id: pick }) })]
}

function attribute(
  componentDatatype: ComponentDatatype,
  componentsPerAttribute: number,
  values: Float64Array | Float32Array | Uint8Array,
  normalize = false,
): GeometryAttribute {
  return new GeometryAttribute({ componentDatatype, componentsPerAttribute, normalize, values })
}
