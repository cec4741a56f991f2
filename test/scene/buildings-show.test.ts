import type { Cesium3DTileset, Scene } from '@cesium/engine'
import { expect, test } from 'vitest'
import { createBuildingsShow } from '../../src/scene/buildings-show.ts'

function start() {
  const tileset = { show: true, isDestroyed: () => false }
  const scene = { isDestroyed: () => false, requestRender: () => {} }
  return { tileset, scene, show: createBuildingsShow(scene as unknown as Scene) }
}
const take = (tileset: { show: boolean }) => tileset as unknown as Cesium3DTileset

test('buildings show only while there is no reason to hide them', () => {
  const { tileset, show } = start()
  show.setTileset(take(tileset))
  show.setHidden('model', true)
  show.setHidden('added', true)
  show.setHidden('model', false)
  expect(tileset.show).toBe(false)
  show.setHidden('added', false)
  expect(tileset.show).toBe(true)
})

test('a tileset that comes later is hidden too', () => {
  const { tileset, show } = start()
  show.setHidden('added', true)
  show.setTileset(take(tileset))
  expect(tileset.show).toBe(false)
})

test('one that is gone is left alone', () => {
  const { tileset, show } = start()
  show.setTileset(take(tileset))
  tileset.isDestroyed = () => true
  show.setHidden('added', true)
  expect(tileset.show).toBe(true)
})
