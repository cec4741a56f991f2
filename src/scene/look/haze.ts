import { Cartesian2, Color, Material } from '@cesium/engine'

/** Distances in metres between which the ground fades into the horizon, for a camera's height. */
export function hazeRangeMetres(heightMetres: number): readonly [number, number] {
  return [4_500 + 1.5 * heightMetres, 15_000 + 4 * heightMetres]
}

export interface Haze {
  readonly material: Material
  readonly setColours: (horizon: Color, night: Color) => void
  readonly setHeight: (heightMetres: number) => void
}

/**
 * The globe's haze, as a material over the base map: the distance fades into the colour of the sky at
 * the horizon, so that the end of the data is not an edge. `night` (with its alpha) darkens the ground.
 */
export function createHaze(): Haze {
  const material = new Material({
    fabric: {
      type: 'KaksikHaze',
      uniforms: { horizon: new Color(1, 1, 1, 1), night: new Color(0, 0, 0, 0), range: new Cartesian2(1e4, 3e4) },
      source: `
        czm_material czm_getMaterial(czm_materialInput materialInput) {
          czm_material material = czm_getDefaultMaterial(materialInput);
          float fade = smoothstep(range.x, range.y, length(materialInput.positionToEyeEC));
          float nightShare = night.a * (1.0 - fade);
          float covered = fade + nightShare;
          material.diffuse = (horizon.rgb * fade + night.rgb * nightShare) / max(covered, 0.0001);
          material.alpha = covered;
          return material;
        }`,
    },
    translucent: false,
  })
  const uniforms = material.uniforms as { horizon: Color; night: Color; range: Cartesian2 }
  return {
    material,
    setColours: (horizon, night) => {
      uniforms.horizon = Color.clone(horizon)
      uniforms.night = Color.clone(night)
    },
    setHeight: (heightMetres) => {
      const [start, end] = hazeRangeMetres(heightMetres)
      uniforms.range = new Cartesian2(start, end)
    },
  }
}
