import { Appearance, BlendingState, type CustomShader } from '@cesium/engine'
import { BUILDING_COLOUR_FUNCTION } from '../look/building-shader-source.ts'

/** Uniforms of the buildings' shader that blocks are coloured by too. */
const SHARED = {
  u_light: 'vec3',
  u_shade: 'vec3',
  u_tint: 'vec3',
  u_plain: 'vec3',
  u_edge: 'vec3',
  u_hatchLight: 'vec3',
  u_hatchDark: 'vec3',
  u_accent: 'vec3',
  u_haze: 'vec3',
  u_hazeRange: 'vec2',
  u_east: 'vec3',
  u_north: 'vec3',
  u_up: 'vec3',
} as const

/** Names of the varyings are those by which the engine finds what its shadows need. */
const VERTEX_SHADER = `
in vec3 position3DHigh;
in vec3 position3DLow;
in vec3 normal;
in vec4 wall;
in vec4 paint;
in float batchId;
uniform vec3 u_east;
uniform vec3 u_north;
uniform vec3 u_up;
out vec3 v_positionEC;
out vec3 v_normalEC;
out vec3 v_normalENU;
out vec4 v_wall;
out vec4 v_paint;
void main() {
  vec4 position = czm_computePosition();
  v_positionEC = (czm_modelViewRelativeToEye * position).xyz;
  v_normalEC = czm_normal * normal;
  vec3 normalWC = normalize(mat3(czm_model) * normal);
  v_normalENU = vec3(dot(normalWC, u_east), dot(normalWC, u_north), dot(normalWC, u_up));
  v_wall = wall;
  v_paint = paint;
  gl_Position = czm_modelViewProjectionRelativeToEye * position;
}
`

const FRAGMENT_SHADER = `
in vec3 v_positionEC;
in vec3 v_normalEC;
in vec3 v_normalENU;
in vec4 v_wall;
in vec4 v_paint;
${Object.entries(SHARED)
  .filter(([name]) => !['u_east', 'u_north', 'u_up'].includes(name))
  .map(([name, type]) => `uniform ${type} ${name};`)
  .join('\n')}
${BUILDING_COLOUR_FUNCTION}
void main() {
  vec3 colour = colourBuilding(vec4(v_paint.rgb, 1.0), 0.0, v_wall, v_normalENU, length(v_positionEC));
  out_FragColor = czm_gammaCorrect(vec4(colour, v_paint.a));
}
`

/** Makes planned blocks look as the tiles do: one light, one haze, the same edges. Alpha of the paint is opacity here. */
export function createBlockAppearance({ uniforms }: CustomShader, isTranslucent: boolean): Appearance {
  const appearance = new Appearance({
    translucent: isTranslucent,
    closed: !isTranslucent,
    vertexShaderSource: VERTEX_SHADER,
    fragmentShaderSource: FRAGMENT_SHADER,
    renderState: {
      depthTest: { enabled: true },
      cull: { enabled: !isTranslucent },
      ...(isTranslucent ? { depthMask: false, blending: BlendingState.ALPHA_BLEND } : {}),
    },
  })
  const shared = uniforms as Record<string, { readonly value: unknown }>
  // Not in the engine's types: read anew in each frame, so that what the tiles are given holds here too.
  const read: Record<string, unknown> = {}
  for (const name of Object.keys(SHARED)) Object.defineProperty(read, name, { enumerable: true, get: () => shared[name]?.value })
  return Object.assign(appearance, { uniforms: read })
}
