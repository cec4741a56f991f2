import { Color, type Scene } from '@cesium/engine'

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
  globe.loadingDescendantLimit = 12
  shadowMap.size = 2048
  shadowMap.softShadows = false
  shadowMap.darkness = 0.62
  shadowMap.fadingEnabled = true
}
