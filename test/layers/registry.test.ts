import { describe, expect, test } from 'vitest'
import { AREA_LAYER_IDS, BUILDING_LAYER_IDS, OVERLAY_LAYER_IDS } from '../../src/layers/ids.ts'
import { findLayer, LAYERS } from '../../src/layers/index.ts'
import { MESSAGE_KEYS_OF_DATA } from '../../src/layers/message-keys.ts'
import { CITY_IDS } from '../../src/cities/index.ts'
import { pictureOf, runTiny } from './run-tiny.ts'

const SLOTS = { buildings: BUILDING_LAYER_IDS, areas: AREA_LAYER_IDS, overlay: OVERLAY_LAYER_IDS }
const KEYS = new Set(MESSAGE_KEYS_OF_DATA)
const ids = Object.keys(LAYERS) as (keyof typeof LAYERS)[]

test('the registry and the lists of ids are alike', () => {
  const listed = [...BUILDING_LAYER_IDS, ...AREA_LAYER_IDS.filter((id) => id !== 'none'), ...OVERLAY_LAYER_IDS]
  expect(ids.toSorted()).toEqual(listed.toSorted())
})

test("only a layer's id finds a layer", () => {
  expect(findLayer('green')?.id).toBe('green')
  for (const id of ['none', '', 'toString', '__proto__', 'constructor']) expect(findLayer(id), id).toBeNull()
})

test('no message key is listed twice', () => {
  expect(MESSAGE_KEYS_OF_DATA.length).toBe(KEYS.size)
})

describe.each(ids)('%s', (id) => {
  const layer = LAYERS[id]

  test('stands under its own id, in its slot', () => {
    expect(layer.id).toBe(id)
    expect(SLOTS[layer.slot] as readonly string[]).toContain(id)
  })

  test('has a control for every default, which admits the default', () => {
    expect(layer.controls.map(({ key }) => key).toSorted()).toEqual(Object.keys(layer.defaults).toSorted())
    expect(layer.parseParams(JSON.parse(JSON.stringify(layer.defaults)))).toEqual(layer.defaults)
  })

  test('assumes only what it has controls for, under a title that is listed', () => {
    const { assumptions } = layer
    if (assumptions === null) return
    const keys = layer.controls.map(({ key }) => key)
    expect(assumptions.controlKeys.filter((key) => !keys.includes(key))).toEqual([])
    expect(KEYS).toContain(assumptions.titleKey)
  })

  test('makes whole parameters of anything', () => {
    const hostile = Object.fromEntries(layer.controls.map(({ key }) => [key, { toString: () => 'x' }]))
    const unknowns = [
      null,
      undefined,
      7,
      'text',
      [],
      hostile,
      JSON.parse('{"__proto__": {"level": "coarse"}}'),
      { level: NaN, RKT1: Infinity },
    ]
    for (const unknown of unknowns) expect(layer.parseParams(unknown)).toEqual(layer.defaults)
  })

  test('speaks only in listed message keys', async () => {
    const said: (string | null | undefined)[] = [layer.labelKey]
    for (const control of layer.controls) {
      said.push(control.labelKey)
      if (control.kind === 'number') said.push(control.unitKey)
      else said.push(...control.choices.map(({ labelKey }) => labelKey))
    }
    const outcome = await runTiny(id)
    for (const cityId of CITY_IDS) {
      const { legend } = pictureOf(outcome, cityId)
      said.push(legend.titleKey, legend.unitKey, ...legend.noteKeys, ...legend.steps.map(({ labelKey }) => labelKey))
    }
    expect(said.filter((key) => key != null && !KEYS.has(key))).toEqual([])
  })

  test('counts every feature once: in a step or among the missing', async () => {
    const { legend } = pictureOf(await runTiny(id), CITY_IDS[0])
    const inSteps = legend.steps.reduce((sum, { count }) => sum + count, 0)
    if (legend.steps.length > 0) expect(inSteps).toBe(legend.known)
    expect(legend.known + legend.missing).toBeGreaterThan(0)
    expect(legend.estimatedShare).toBeGreaterThanOrEqual(0)
    expect(legend.estimatedShare).toBeLessThanOrEqual(1)
  })
})
