import {
  Cartesian2,
  Cartesian3,
  Color,
  CustomShader,
  LightingModel,
  Math as CesiumMath,
  PixelDatatype,
  PixelFormat,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
  UniformType,
  VaryingType,
} from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import { BUILDING_FRAGMENT_SHADER, BUILDING_VERTEX_SHADER, COLOURS_PER_ROW, HIDDEN_ALPHA } from './building-shader-source.ts'
import { hazeRangeMetres } from './haze.ts'
import type { Lighting } from './lighting.ts'
import type { SceneTheme } from './scene-theme.ts'

const NOTHING_SELECTED = -1

export interface BuildingShader {
  readonly shader: CustomShader
  /** RGBA per building; null for plain buildings. One small upload recolours a whole city. */
  readonly setColours: (rgba: Uint8Array | null) => void
  /** Indices of the buildings that do not show, nor cast a shadow: in the place of those before. */
  readonly setHidden: (hidden: readonly number[]) => void
  readonly setSelected: (buildingIndex: number | null) => void
  readonly setTheme: (theme: SceneTheme, accent: string) => void
  readonly setLighting: (lighting: Lighting) => void
  readonly setHeight: (cameraHeightMetres: number) => void
}

/** The one shader of a city's buildings. */
export function createBuildingShader(city: City): BuildingShader {
  const { east, north, up } = axesOf(city)
  const vec3 = (value: Cartesian3) => ({ type: UniformType.VEC3, value })
  const shader = new CustomShader({
    lightingModel: LightingModel.UNLIT,
    uniforms: {
      u_paint: { type: UniformType.SAMPLER_2D, value: createColourTexture(null, []) },
      u_selected: { type: UniformType.FLOAT, value: NOTHING_SELECTED },
      u_east: vec3(east),
      u_north: vec3(north),
      u_up: vec3(up),
      u_light: vec3(new Cartesian3(0, 0, 1)),
      u_shade: vec3(new Cartesian3(0.75, 1, 1)),
      u_tint: vec3(new Cartesian3(1, 1, 1)),
      u_plain: vec3(new Cartesian3(1, 1, 1)),
      u_edge: vec3(new Cartesian3(0.5, 0.5, 0.5)),
      u_hatchLight: vec3(new Cartesian3(1, 1, 1)),
      u_hatchDark: vec3(new Cartesian3(1, 1, 1)),
      u_accent: vec3(new Cartesian3(0, 0, 1)),
      u_haze: vec3(new Cartesian3(1, 1, 1)),
      u_hazeRange: { type: UniformType.VEC2, value: new Cartesian2(1e4, 3e4) },
    },
    varyings: {
      v_paint: VaryingType.VEC4,
      v_isSelected: VaryingType.FLOAT,
      v_normalENU: VaryingType.VEC3,
    },
    vertexShaderText: BUILDING_VERTEX_SHADER,
    fragmentShaderText: BUILDING_FRAGMENT_SHADER,
  })
  let shown: Uint8Array | null = null
  let shownHidden: readonly number[] = []
  const show = (rgba: Uint8Array | null, hidden: readonly number[]): void => {
    if (rgba === shown && hidden === shownHidden) return
    shown = rgba
    shownHidden = hidden
    shader.setUniform('u_paint', createColourTexture(rgba, hidden))
  }
  return {
    shader,
    setColours: (rgba) => show(rgba, shownHidden),
    setHidden: (hidden) => show(shown, hidden),
    setSelected: (index) => shader.setUniform('u_selected', index ?? NOTHING_SELECTED),
    setTheme: (theme, accent) => {
      shader.setUniform('u_plain', rgbOf(theme.plainBuilding))
      shader.setUniform('u_edge', rgbOf(theme.buildingEdge))
      shader.setUniform('u_hatchLight', rgbOf(theme.hatch[0]))
      shader.setUniform('u_hatchDark', rgbOf(theme.hatch[1]))
      shader.setUniform('u_accent', rgbOf(accent))
    },
    setLighting: (lighting) => {
      shader.setUniform('u_light', new Cartesian3(...lighting.directionEastNorthUp))
      shader.setUniform('u_shade', new Cartesian3(...lighting.shade))
      shader.setUniform('u_tint', new Cartesian3(...lighting.tint))
      shader.setUniform('u_haze', rgbOf(lighting.horizon))
    },
    setHeight: (cameraHeightMetres) => {
      shader.setUniform('u_hazeRange', new Cartesian2(...hazeRangeMetres(cameraHeightMetres)))
    },
  }
}

/** Unused places at the end of the last row stay 0: plain. */
function createColourTexture(rgba: Uint8Array | null, hidden: readonly number[]): TextureUniform {
  // Without colours the texture must still have a place for every index that a shader may ask for.
  const rows = rgba === null ? 256 : Math.max(1, Math.ceil(rgba.length / 4 / COLOURS_PER_ROW))
  const typedArray = new Uint8Array(rows * COLOURS_PER_ROW * 4)
  if (rgba !== null) typedArray.set(rgba)
  for (const index of hidden) if (index * 4 + 3 < typedArray.length) typedArray[index * 4 + 3] = HIDDEN_ALPHA
  return new TextureUniform({
    typedArray,
    width: COLOURS_PER_ROW,
    height: rows,
    repeat: false,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    minificationFilter: TextureMinificationFilter.NEAREST,
    magnificationFilter: TextureMagnificationFilter.NEAREST,
  })
}

/** East, north and up at the anchor, in the Earth's frame. */
export function axesOf(city: City): { readonly east: Cartesian3; readonly north: Cartesian3; readonly up: Cartesian3 } {
  const longitude = CesiumMath.toRadians(city.anchor.longitudeDegrees)
  const latitude = CesiumMath.toRadians(city.anchor.latitudeDegrees)
  const [sinLongitude, cosLongitude] = [Math.sin(longitude), Math.cos(longitude)]
  const [sinLatitude, cosLatitude] = [Math.sin(latitude), Math.cos(latitude)]
  return {
    east: new Cartesian3(-sinLongitude, cosLongitude, 0),
    north: new Cartesian3(-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude),
    up: new Cartesian3(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude),
  }
}

function rgbOf(colour: string): Cartesian3 {
  const { red, green, blue } = Color.fromCssColorString(colour)
  return new Cartesian3(red, green, blue)
}
