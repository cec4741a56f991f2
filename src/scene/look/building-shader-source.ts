/** Buildings in one row of the colour texture. */
export const COLOURS_PER_ROW = 512

/** Alpha of a building that does not show. */
export const HIDDEN_ALPHA = 1

/**
 * Looks the building's colour up by its index, once a corner: all corners of a triangle belong to
 * one building, so that what arrives at a pixel is exact.
 */
export const BUILDING_VERTEX_SHADER = `
void vertexMain(VertexInput vsInput, inout czm_modelVertexOutput vsOutput) {
  int index = int(vsInput.attributes.featureId_1 + 0.5);
  v_paint = texelFetch(u_paint, ivec2(index % ${COLOURS_PER_ROW}, index / ${COLOURS_PER_ROW}), 0);
  v_isSelected = index == int(u_selected) ? 1.0 : 0.0;
  vec3 normalWC = normalize(mat3(czm_model) * vsInput.attributes.normalMC);
  v_normalENU = vec3(dot(normalWC, u_east), dot(normalWC, u_north), dot(normalWC, u_up));
  // All its triangles shrink to a point: it is neither drawn nor picked, and casts no shadow, whose pass runs this but no
  // colour of a pixel.
  if (abs(v_paint.a * 255.0 - ${HIDDEN_ALPHA}.0) < 0.5) vsOutput.positionMC = vec3(0.0);
}
`

/**
 * Colour of one pixel of a building: `paint` and `wall` as tiles carry them, the normal in east, north, up.
 * Alpha of the paint: 255 the colour, 128 no data (a hatch), 0 the plain building.
 * Lighting is our own (the material is unlit), so that a colour means what the legend says; the
 * roof, which has no shade, shows exactly the colour of the legend by day.
 */
export const BUILDING_COLOUR_FUNCTION = `
float distanceToEnd(float share, float pixelsPerUnit) {
  return min(share, 1.0 - share) * pixelsPerUnit;
}

vec3 colourBuilding(vec4 paint, float isSelected, vec4 wall, vec3 normalENU, float distanceMetres) {
  float code = paint.a * 255.0;
  vec3 base = u_plain;
  float isPlain = 1.0;
  if (code > 200.0) { base = paint.rgb; isPlain = 0.0; }
  else if (code > 100.0) {
    float stripe = fract((gl_FragCoord.x + gl_FragCoord.y) / (7.0 * czm_pixelRatio));
    base = mix(u_hatchLight, u_hatchDark, smoothstep(0.42, 0.5, stripe) - smoothstep(0.92, 1.0, stripe));
    isPlain = 0.0;
  }
  base = mix(base, u_accent, isSelected);

  float isRoof = step(0.5, wall.w);
  float facing = 0.5 + 0.5 * dot(normalize(normalENU), u_light);
  float wallShade = mix(u_shade.x, u_shade.y, facing);
  // Foot: the lowest metres are darker, as if the street shaded them.
  float above = wall.x * 255.0;
  wallShade *= mix(0.86, 1.0, smoothstep(0.0, 16.0, above));
  float shade = mix(wallShade, u_shade.z, isRoof);
  vec3 colour = base * shade;

  // Edges: how many pixels to the nearest corner and to the eaves, where a pixel is smaller than a wall.
  vec2 perPixel = max(fwidth(wall.yz), vec2(1e-6));
  float corner = distanceToEnd(wall.y, 1.0 / perPixel.x);
  float eaves = (1.0 - wall.z) / perPixel.y;
  float line = max(1.0 - smoothstep(0.35, 1.25, corner), 1.0 - smoothstep(0.35, 1.25, eaves));
  float nearness = 1.0 - smoothstep(1200.0, 3800.0, distanceMetres);
  // A wall that is only a few pixels wide would be all edge.
  float roomy = smoothstep(3.0, 9.0, 1.0 / perPixel.x) * smoothstep(2.0, 6.0, 1.0 / perPixel.y);
  vec3 edge = mix(colour * 0.72, u_edge, isPlain * (1.0 - isSelected));
  colour = mix(colour, edge, line * nearness * roomy * (1.0 - isRoof) * 0.8);

  colour *= u_tint;
  float fade = smoothstep(u_hazeRange.x, u_hazeRange.y, distanceMetres);
  return mix(colour, u_haze, fade);
}
`

export const BUILDING_FRAGMENT_SHADER = `
${BUILDING_COLOUR_FUNCTION}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  float distanceMetres = length(fsInput.attributes.positionEC);
  vec3 colour = colourBuilding(v_paint, v_isSelected, fsInput.attributes.wall, v_normalENU, distanceMetres);
  material.diffuse = czm_srgbToLinear(colour);
  material.alpha = 1.0;
}
`
