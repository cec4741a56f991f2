import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { wireLayers } from '../../src/app/wire-layers.ts'
import { CITY_IDS } from '../../src/cities/index.ts'
import type { DataService } from '../../src/services/data-service.ts'
import type { LayerOutcome, LayerRequest } from '../../src/layers/types.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore } from '../../src/state/store.ts'
import { requestLayerRetry } from '../../src/state/session-transitions.ts'

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ addEventListener: () => {}, removeEventListener: () => {} })))
afterEach(() => vi.unstubAllGlobals())

/** A service that fails the named layer the first time, and then draws nothing. */
function serviceFailingOnce(layerId: string): { readonly data: DataService; readonly asked: string[] } {
  const asked: string[] = []
  const runLayer = async (request: LayerRequest): Promise<LayerOutcome> => {
    asked.push(request.layerId)
    if (request.layerId === layerId && asked.filter((id) => id === layerId).length === 1) throw new Error('file is gone')
    return Object.fromEntries(
      CITY_IDS.map((id) => [id, { drawables: [], legend: { layerId: request.layerId } }]),
    ) as unknown as LayerOutcome
  }
  return { data: { runLayer } as unknown as DataService, asked }
}

test('a layer that failed is asked for again at a word, and no other is', async () => {
  const { data, asked } = serviceFailingOnce('green')
  const store = createAppStore({ ...DEFAULT_APP_STATE, buildingLayer: 'building-height', overlays: ['green'] }, startSession())
  const stop = wireLayers(store, data, () => 'light')
  const pictureOf = (id: 'green' | 'building-height') => store.getState().session.pictures[id]?.[CITY_IDS[0] ?? ('none' as never)]
  await expect.poll(() => pictureOf('green')).toEqual({ failure: 'file is gone' })
  store.getState().updateSession(requestLayerRetry)
  await expect.poll(() => pictureOf('green')).toMatchObject({ drawables: [] })
  expect(asked).toEqual(['building-height', 'green', 'green'])
  store.getState().updateSession(requestLayerRetry)
  expect(asked).toHaveLength(3)
  stop()
})
