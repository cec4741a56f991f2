import type { Cesium3DTileset, Scene } from '@cesium/engine'

/** Whether a city's own buildings show. */
export interface BuildingsShow {
  readonly setTileset: (tileset: Cesium3DTileset | null) => void
  /** Hides the buildings for a reason, or takes that reason away; they show while there is none. */
  readonly setHidden: (reason: string, isHidden: boolean) => void
  readonly isShown: () => boolean
  /** Triangles that are drawn. */
  readonly triangles: () => number
}

/** Several things stand in the place of our own buildings, each switched by itself: a model of the city's, added tilesets. */
export function createBuildingsShow(scene: Scene): BuildingsShow {
  const reasons = new Set<string>()
  let tileset: Cesium3DTileset | null = null
  const apply = (): void => {
    if (tileset === null || scene.isDestroyed() || tileset.isDestroyed()) return
    tileset.show = reasons.size === 0
    scene.requestRender()
  }
  return {
    setTileset: (next) => {
      tileset = next
      apply()
    },
    setHidden: (reason, isHidden) => {
      if (isHidden) reasons.add(reason)
      else reasons.delete(reason)
      apply()
    },
    isShown: () => reasons.size === 0,
    triangles: () => (tileset === null ? 0 : trianglesOf(tileset)),
  }
}

function trianglesOf(tileset: Cesium3DTileset): number {
  return (tileset as unknown as { statistics: { numberOfTrianglesSelected: number } }).statistics.numberOfTrianglesSelected
}
