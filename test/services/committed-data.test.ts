import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boundGigawattHours, sumGigawattHours } from '../../src/analytics/energy/heat-bounds.ts'
import { HEAT_INTENSITY_DEFAULTS } from '../../src/analytics/energy/heat-intensities.ts'
import { CITY_IDS } from '../../src/cities/index.ts'
import { tallinn } from '../../src/cities/tallinn.ts'
import { openCityTables } from '../../src/services/city-tables.ts'
import { HEAT_DEFAULT_PARAMS } from '../../src/layers/buildings/heat-params.ts'
import type { EnergyCheck } from '../../src/analytics/energy/heated-shares.ts'
import { modelEnergy, modelHeat } from '../../src/layers/buildings/model-heat.ts'
import { BUILDING_USES } from '../../src/schema/datasets.ts'
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

describe('modelled energy of a city', () => {
  test('meets the published final energy of homes and services, and the uncalibrated sum is told', async () => {
    const tables = openCityTables('tallinn', files)
    const [buildings, geometry] = await Promise.all([tables.buildings(), tables.geometry('buildings')])
    const before = { ...HEAT_DEFAULT_PARAMS, calibration: 'none' }
    const bound = boundGigawattHours(tallinn.energyBound)
    const sumOf = (params: typeof HEAT_DEFAULT_PARAMS) => {
      const energy = modelEnergy(buildings, geometry, tallinn, params)
      return [energy.heatKilowattHours, energy.propertyElectricityKilowattHours, energy.userElectricityKilowattHours].reduce(
        (sum, all) => sum + sumGigawattHours(all),
        0,
      )
    }
    expect(sumOf(HEAT_DEFAULT_PARAMS)).toBeCloseTo(bound, 6)
    // The figures that the methods page states.
    expect(Math.round(sumOf(before))).toBe(8617)
    expect(Math.round(bound)).toBe(4879)
    const { heatedShares } = modelHeat(buildings, tallinn, HEAT_DEFAULT_PARAMS).check as EnergyCheck
    expect(heatedShares.homes).toBeCloseTo(0.55, 2)
    expect(heatedShares.services).toBeCloseTo(0.6, 2)
  })

  test('homes come to twice the floor area that residents can have, which is why the model is too high', async () => {
    const buildings = await openCityTables('tallinn', files).buildings()
    let homes = 0
    buildings.useCodes.forEach((code, index) => {
      if (code > BUILDING_USES.indexOf('house')) return
      homes += (buildings.footprintsSquareMetres[index] as number) * (buildings.storeys[index] as number)
    })
    // 455,994 residents (City of Tallinn, 2026); 30.1 m² of dwelling a resident in Estonia (Statistics Estonia, 2021).
    expect(homes / 455_994).toBeCloseTo(66.8, 1)
    expect(homes / 455_994 / 30.1).toBeGreaterThan(2)
  })

  test.each([
    ['building-heat', {}],
    ['district-measure', { measure: 'heat-demand' }],
    ['district-measure', { measure: 'peak-heat' }],
  ] as const)('the legend of %s %o says how it stands against published energy', async (layerId, own) => {
    const notesOf = async (params: Readonly<Record<string, unknown>>, cityId: 'tallinn' | 'helsinki' = 'tallinn') =>
      pictureOf(
        await service.runLayer({ layerId, params: { ...own, ...params }, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' }),
        cityId,
      ).legend.noteKeys.filter((key) => /heat(Above|Calibrated|Unchecked)/.test(key))
    expect(await notesOf({})).toEqual(['note.heatCalibrated'])
    expect(await notesOf({}, 'helsinki')).toEqual(['note.heatUnchecked'])
    expect(await notesOf({ calibration: 'none' })).toEqual(['note.heatAboveBound'])
    // Under assumptions of far less heat the sum falls below the bound, and the remark goes.
    const little = Object.fromEntries(HEAT_INTENSITY_DEFAULTS.map(({ archetype }) => [archetype, 10]))
    expect(await notesOf({ ...little, calibration: 'none' })).toEqual([])
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
