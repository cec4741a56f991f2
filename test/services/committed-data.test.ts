import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boundGigawattHours, sumGigawattHours } from '../../src/analytics/energy/heat-bounds.ts'
import { HEAT_INTENSITY_DEFAULTS } from '../../src/analytics/energy/heat-intensities.ts'
import { CITY_IDS } from '../../src/cities/index.ts'
import { tallinn } from '../../src/cities/tallinn.ts'
import { openCityTables } from '../../src/services/city-tables.ts'
import { HEAT_DEFAULT_PARAMS } from '../../src/layers/buildings/heat-params.ts'
import { modelHeat } from '../../src/layers/buildings/model-heat.ts'
import { createDataService } from '../../src/services/create-data-service.ts'
import { LAYERS } from '../../src/layers/index.ts'
import type { LayerId } from '../../src/layers/ids.ts'
import { pictureOf } from '../layers/run-tiny.ts'

const files = {
  dataUrl: new URL('../../data/', import.meta.url).href,
  fetchBytes: async (url: string) => {
    const bytes = readFileSync(new URL(url))
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  },
}
const service = createDataService(files)

/** The file whose rows a layer shows one by one. */
const ROWS = {
  'population-grid': 'population_grid',
  'transit-lines': 'transit_lines',
  'transit-stops': 'transit_stops',
  'amenities': 'amenities',
  'green': 'green',
} as const

describe.each(Object.keys(LAYERS) as LayerId[])('%s on the committed data', (layerId) => {
  test('shows every feature of both cities once', async () => {
    const request = { layerId, params: {}, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' } as const
    const outcome = await service.runLayer(request)
    for (const cityId of CITY_IDS) {
      const { drawables, legend } = pictureOf(outcome, cityId)
      const inSteps = legend.steps.reduce((sum, { count }) => sum + count, 0)
      if (legend.steps.length > 0) expect(inSteps).toBe(legend.known)
      if (legend.histogram.length > 0) expect(legend.histogram.reduce((sum, count) => sum + count, 0)).toBe(legend.known)
      const rows = (await service.manifest(cityId)).files[layerId in ROWS ? ROWS[layerId as keyof typeof ROWS] : 'buildings']
        ?.rows as number
      if (layerId.startsWith('building-')) {
        const [colours] = drawables
        expect(colours?.kind === 'building-colours' && colours.rgba.length).toBe(rows * 4)
        expect(legend.known + legend.missing).toBeLessThanOrEqual(rows)
      } else if (layerId in ROWS) expect(legend.known + legend.missing).toBe(rows)
      else expect(legend.known + legend.missing).toBe(cityId === 'helsinki' ? 60 : 84)
    }
  })
})

describe('modelled heat of a city', () => {
  test('is held against published energy, and the legend says where it is above', async () => {
    const tables = openCityTables('tallinn', files)
    const total = sumGigawattHours(modelHeat(await tables.buildings(), HEAT_DEFAULT_PARAMS).batch.heatDemandKilowattHours)
    const bound = boundGigawattHours(tallinn.energyBound)
    console.log(
      `modelled heat ${total.toFixed(0)} GWh a year, published heat and electricity of homes and services ${bound.toFixed(0)} GWh`,
    )
    for (const [layerId, own] of [
      ['building-heat', {}],
      ['district-measure', { measure: 'heat-demand' }],
    ] as const) {
      const noted = async (params: Readonly<Record<string, unknown>>) =>
        pictureOf(
          await service.runLayer({ layerId, params: { ...own, ...params }, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' }),
          'tallinn',
        ).legend.noteKeys.includes('note.heatAboveBound')
      expect(await noted({})).toBe(total > bound)
      // Under assumptions of far less heat the sum falls below the bound, and the remark goes.
      expect(await noted(Object.fromEntries(HEAT_INTENSITY_DEFAULTS.map(({ archetype }) => [archetype, 10])))).toBe(false)
    }
  })
})

describe('search', () => {
  test.each([
    ['toolo', 'helsinki', 'district', 'Etu-Töölö'],
    ['Främre Tölö', 'helsinki', 'district', 'Främre Tölö'],
    ['kronohagen', 'helsinki', 'district', 'Kronohagen'],
    ['mannerheimvagen', 'helsinki', 'street', 'Mannerheimvägen'],
    ['Mannerheimintie', 'helsinki', 'street', 'Mannerheimintie'],
    ['musiikkitalo', 'helsinki', 'building', 'Musiikkitalo'],
    ['lasnamae', 'tallinn', 'district', 'Lasnamäe'],
    ['Põhja tallinn', 'tallinn', 'district', 'Põhja-Tallinn'],
    ['ÜLEMISTE TEE', 'tallinn', 'street', 'Ülemiste tee'],
    ['oismae', 'tallinn', 'district', 'Väike-Õismäe'],
    ['pikk 5', 'tallinn', 'building', 'Pikk 5'],
  ] as const)('"%s" finds, in %s, the %s %s', async (query, cityId, kind, title) => {
    const hits = (await service.search(query, 'en', 12)).filter((hit) => hit.cityId === cityId)
    expect(hits.map((hit) => `${hit.kind} ${hit.title}`)).toContain(`${kind} ${title}`)
  })

  test('shows both cities where both have a name', async () => {
    const hits = await service.search('ro', 'en', 10)
    expect(new Set(hits.map(({ cityId }) => cityId))).toEqual(new Set(CITY_IDS))
  })

  test('every hit is in its city', async () => {
    for (const hit of [...(await service.search('ka', 'fi', 40)), ...(await service.search('s', 'et', 40))]) {
      const [longitude, latitude] = hit.positionDegrees
      const isNorth = latitude > 60.0 && latitude < 60.4 && longitude > 24.7 && longitude < 25.35
      const isSouth = latitude > 59.3 && latitude < 59.65 && longitude > 24.4 && longitude < 25.0
      expect(hit.cityId === 'helsinki' ? isNorth : isSouth, hit.title).toBe(true)
    }
  })
})

describe('places on the ground', () => {
  test.each([
    ['helsinki', 24.9522, 60.1697, 'Kruununhaka'],
    ['helsinki', 24.9316, 60.1688, 'Kamppi'],
    ['tallinn', 24.7453, 59.4372, 'Vanalinn'],
    ['tallinn', 24.7896, 59.438, 'Kadriorg'],
  ] as const)('%s %d %d is in %s', async (cityId, longitude, latitude, name) => {
    const id = (await service.districtAt(cityId, longitude, latitude, 'fine')) as string
    expect((await service.card(cityId, 'district', id, cityId === 'helsinki' ? 'fi' : 'et'))?.title).toBe(name)
  })

  test('the open sea is in no district', async () => {
    expect(await service.districtAt('helsinki', 24.98, 60.11, 'fine')).toBeNull()
    expect(await service.districtAt('tallinn', 24.7, 59.49, 'coarse')).toBeNull()
  })
})

test('the first building of each city has a card that its index leads to', async () => {
  for (const cityId of CITY_IDS) {
    const id = (await service.buildingId(cityId, 0)) as string
    expect((await service.card(cityId, 'building', id, 'en'))?.buildingIndex).toBe(0)
  }
})

test('labels are there for each city and say its names in its languages', async () => {
  expect((await service.labels('helsinki', 'sv')).texts).toContain('Främre Tölö')
  expect((await service.labels('helsinki', 'fi')).texts).toContain('Mannerheimintie')
  expect((await service.labels('tallinn', 'fi')).texts).toContain('Kadriorg')
})
