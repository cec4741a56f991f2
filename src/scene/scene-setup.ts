import { Color, type Scene } from '@cesium/engine'
import { IS_SOFTWARE_RENDERED } from './quality/renderer-limits.ts'

/** Texels on screen: below 1.5 the map's lettering-free lines stay crisp without twice the tiles. */
const GROUND_ERROR_PIXELS = 1.5

/** A scene without sky, stars and network: our own ground, haze and light. */
export function configureScene(scene: Scene): void {
  scene.backgroundColor = Color.TRANSPARENT
  scene.fog.enabled = false
  scene.highDynamicRange = false
  scene.postProcessStages.fxaa.enabled = false
  const { globe, shadowMap } = scene
  globe.showGroundAtmosphere = false
  globe.enableLighting = false
  globe.depthTestAgainstTerrain = true
  globe.maximumScreenSpaceError = GROUND_ERROR_PIXELS
  globe.tileCacheSize = 80
  globe.preloadSiblings = false
  globe.preloadAncestors = false
  // Straight to the tiles of the view: painting every level on the way would double the work.
  globe.loadingDescendantLimit = 48
  shadowMap.size = 2048
  shadowMap.softShadows = !IS_SOFTWARE_RENDERED
  shadowMap.darkness = 0.66
  shadowMap.fadingEnabled = true
  shadowMap.normalOffset = true
  // Not in the engine's types: without it, flat walls are striped by their own shadow.
  const { _primitiveBias: bias } = shadowMap as unknown as { _primitiveBias: { normalOffsetScale: number; depthBias: number } }
  bias.normalOffsetScale = 2.5
  bias.depthBias = 0.0003
}
