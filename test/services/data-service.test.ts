import { describe, expect, test } from 'vitest'
import type { MeasureId } from '../../src/analytics/measures/types.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { CITIES, CITY_IDS } from '../../src/cities/index.ts'
import { createDataService } from '../../src/services/create-data-service.ts'
import type { Card } from '../../src/services/data-service.ts'
import { MESSAGE_KEYS_OF_DATA } from '../../src/layers/message-keys.ts'
import { makeTinyCities, tinyOrigin } from './tiny-cities.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS
const files = makeTinyCities()
const service = createDataService(files)

const fact = (card: Card | null, name: string) => card?.facts.find(({ labelKey }) => labelKey === `card.${name}`)
const measured = (card: Card | null, id: MeasureId) => card?.facts.find(({ labelKey }) => labelKey === `measure.${id}`)
const valueOf = (card: Card | null, name: string) => fact(card, name)?.value

describe("a building's card", () => {
  test('says what is known, from where, and how', async () => {
    const card = await service.card(FIRST, 'building', 'b1', 'en')
    expect(card).toMatchObject({ title: 'Sõle maja', subtitle: expect.stringContaining('Sõle 1'), buildingIndex: 0, heightMetres: 20 })
    expect(fact(card, 'use')).toMatchObject({
      valueKey: 'use.apartments',
      provenance: { kind: 'measured', year: '2021', source: 'City: Survey' },
    })
    expect(fact(card, 'height')).toMatchObject({ value: 20, unitKey: 'unit.metres', provenance: { kind: 'measured' } })
    expect(valueOf(card, 'grossFloorArea')).toBe(3000)
    expect(fact(card, 'heatDemand')).toMatchObject({ value: 420, unitKey: 'unit.mwhPerYear', provenance: { kind: 'modelled' } })
    expect(valueOf(card, 'licence')).toBe('CC0 1.0')
    expect(card?.facts.find(({ labelKey }) => labelKey === CITIES[0].levels.fine)?.value).toBe('west-fi')
  })

  test('calls an estimate an estimate, with its tested error', async () => {
    const height = fact(await service.card(FIRST, 'building', 'b2', 'en'), 'height')
    expect(height?.provenance).toMatchObject({ kind: 'modelled', source: expect.stringContaining('median of neighbours') })
    expect(height?.provenance.uncertainty).toContain('2 m')
  })

  test('leaves a gap where nothing is known, and where nothing is heated', async () => {
    const shed = await service.card(FIRST, 'building', 'b3', 'en')
    expect([shed?.title, valueOf(shed, 'year'), valueOf(shed, 'address'), valueOf(shed, 'heatDemand')]).toEqual([null, null, null, null])
    expect(valueOf(await service.card(FIRST, 'building', 'b2', 'en'), 'storeys')).toBeNull()
    expect(valueOf(await service.card(FIRST, 'building', 'b5', 'en'), 'use')).toBeNull()
  })

  test("reckons with the user's assumptions", async () => {
    const card = await service.card(FIRST, 'building', 'b1', 'en', { RKT4: 100 })
    expect(valueOf(card, 'heatDemand')).toBe(300)
  })

  test('is at the building', async () => {
    const [x, y] = tinyOrigin(FIRST)
    const card = await service.card(FIRST, 'building', 'b1', 'en')
    const [longitude, latitude] = converterBetween(CITIES[0].epsg, 4326).point(x + 110, y + 510)
    expect(card?.positionDegrees[0]).toBeCloseTo(longitude, 8)
    expect(card?.positionDegrees[1]).toBeCloseTo(latitude, 8)
  })
})

describe("a district's card", () => {
  test('has the measures of the district', async () => {
    const card = await service.card(FIRST, 'district', 'west', 'sv')
    expect(card).toMatchObject({ title: 'west-sv', subtitle: 'all-sv', buildingIndex: null })
    const values = (['population', 'population-density', 'land-area', 'buildings', 'green-share', 'stops', 'departures'] as const).map(
      (id) => measured(card, id)?.value,
    )
    expect(values).toEqual([5000, 5000, 1, 4, 25, 2, 300])
    expect(valueOf(card, 'buildingCoverage')).toBe(100)
    expect(measured(card, 'heat-demand')?.value).toBeCloseTo(0.4656, 8)
    expect(measured(card, 'heat-demand')).toMatchObject({ decimals: 1, unitKey: 'unit.gwhPerYear' })
    expect(measured(card, 'population')?.provenance).toMatchObject({ kind: 'official', year: '2024' })
    expect(card?.outlineDegrees).toHaveLength(10)
  })

  test('says nothing of buildings where they are mapped in part', async () => {
    const card = await service.card(FIRST, 'district', 'east', 'en')
    expect(
      (['buildings', 'mean-height', 'gsi', 'fsi', 'heat-demand', 'population'] as const).map((id) => measured(card, id)?.value),
    ).toEqual([null, null, null, null, null, null])
    expect(valueOf(card, 'buildingCoverage')).toBe(50)
  })

  test('has gaps where a file is missing, and still comes', async () => {
    const partial = createDataService(makeTinyCities({ [FIRST]: { missing: ['transit_stops', 'green'] } }))
    const card = await partial.card(FIRST, 'district', 'west', 'en')
    expect((['stops', 'green-share', 'population', 'buildings'] as const).map((id) => measured(card, id)?.value)).toEqual([
      null,
      null,
      5000,
      4,
    ])
  })
})

describe('cards of transit and places', () => {
  test('a stop with several modes', async () => {
    const card = await service.card(FIRST, 'stop', 't1', 'en')
    expect(card?.title).toBe('Tori')
    expect(fact(card, 'modes')).toMatchObject({ valueKeys: ['mode.tram', 'mode.bus'] })
    expect(valueOf(card, 'departures')).toBe(240)
    expect(valueOf(await service.card(FIRST, 'stop', 't3', 'en'), 'departures')).toBeNull()
  })

  test('a line and a place', async () => {
    expect(await service.card(FIRST, 'line', 'r1', 'en')).toMatchObject({ title: '4', subtitle: 'Tori–Satama' })
    expect(await service.card(FIRST, 'place', 'p1', 'fi')).toMatchObject({ title: 'Torni', subtitle: 'Torn' })
  })
})

test('the card of an amenity has its kind, its names and the year of its own source', async () => {
  const card = await service.card(FIRST, 'amenity', 'a1', 'fi')
  expect(card).toMatchObject({ title: 'Koulu', subtitle: 'Kool' })
  expect(fact(card, 'placeClass')).toMatchObject({ valueKey: 'amenity.school' })
  const unnamed = await service.card(FIRST, 'amenity', 'a2', 'en')
  expect(unnamed?.title).toBeNull()
  expect(fact(unnamed, 'placeClass')?.provenance).toMatchObject({ kind: 'measured', year: '2019' })
})

test('an id that the city does not have has no card', async () => {
  for (const kind of ['building', 'district', 'stop', 'line', 'place', 'amenity'] as const) {
    expect(await service.card(FIRST, kind, 'no-such', 'en'), kind).toBeNull()
  }
  expect([await service.buildingId(FIRST, 3), await service.buildingId(FIRST, 99), await service.buildingId(FIRST, -1)]).toEqual([
    'b4',
    null,
    null,
  ])
})

test('cards speak only in listed message keys', async () => {
  const known = new Set(MESSAGE_KEYS_OF_DATA)
  const asked = [
    ['building', 'b1'],
    ['building', 'b5'],
    ['district', 'west'],
    ['district', 'all'],
    ['stop', 't1'],
    ['line', 'r1'],
    ['place', 'p1'],
    ['amenity', 'a1'],
  ] as const
  for (const [kind, id] of asked) {
    const card = await service.card(SECOND, kind, id, 'en')
    const said = (card?.facts ?? []).flatMap(({ labelKey, valueKey, valueKeys = [], unitKey }) => [
      labelKey,
      valueKey,
      unitKey,
      ...valueKeys,
    ])
    expect(
      said.filter((key) => key !== undefined && !known.has(key)),
      `${kind} ${id}`,
    ).toEqual([])
  }
})

describe('the district under a point', () => {
  const at = (x: number, y: number, level: 'coarse' | 'fine') => {
    const [x0, y0] = tinyOrigin(SECOND)
    const [longitude, latitude] = converterBetween(CITIES[1].epsg, 4326).point(x0 + x, y0 + y)
    return service.districtAt(SECOND, longitude, latitude, level)
  }

  test('is found at either level, not at sea, not outside', async () => {
    expect([await at(500, 500, 'fine'), await at(1500, 500, 'fine'), await at(1500, 500, 'coarse')]).toEqual(['west', 'east', 'all'])
    expect([await at(1900, 500, 'fine'), await at(-500, 500, 'coarse')]).toEqual([null, null])
  })
})

describe('search', () => {
  test('finds every kind in both cities, with marks and without', async () => {
    for (const [query, kind, title] of [
      ['sole', 'building', 'Sõle maja'],
      ['ŠAARA', 'street', 'Šaara tänav'],
      ['saragatan', 'street', 'Saragatan'],
      ['west', 'district', 'west-et'],
      ['tornet', 'place', 'Tornet'],
      ['tori', 'stop', 'Tori'],
      ['õnne 2', 'building', 'Õnne 2'],
      ['pood', 'amenity', 'Pood'],
    ] as const) {
      const hits = await service.search(query, 'en', 10)
      expect(new Set(hits.map(({ cityId }) => cityId)), query).toEqual(new Set(CITY_IDS))
      expect(hits[0], query).toMatchObject({ kind, title })
    }
  })

  test('a street in two pieces and two stops of one name are one hit a city', async () => {
    expect(await service.search('saara', 'en', 10)).toHaveLength(2)
    expect((await service.search('tori', 'en', 10)).filter(({ kind }) => kind === 'stop').map(({ id }) => id)).toEqual(['t1', 't1'])
  })

  test('says in which district, in the language', async () => {
    const hits = await service.search('satama', 'sv', 10)
    expect(hits.map(({ context }) => context)).toEqual(['east-sv', 'east-sv'])
  })

  test('goes on without what cannot be read', async () => {
    const partial = createDataService(makeTinyCities({ [FIRST]: { missing: ['streets', 'places'] } }))
    expect((await partial.search('saara', 'en', 10)).map(({ cityId }) => cityId)).toEqual([SECOND])
  })

  test('survives any text', async () => {
    for (const query of ['', ' ', '\0', '((', '\\', '__proto__', 'x'.repeat(100_000)]) {
      expect(await service.search(query, 'en', 10), query.slice(0, 20)).toEqual([])
    }
  })
})

test('labels: important first, in the language, all with a place', async () => {
  const labels = await service.labels(FIRST, 'sv')
  expect(labels.texts[0]).toBe('all-sv')
  expect(labels.texts).toEqual(expect.arrayContaining(['Tornet', 'west-sv', 'Saragatan', 'Järv']))
  expect(labels.positionsDegrees).toHaveLength(labels.texts.length * 2)
  expect([...labels.priority]).toEqual([...labels.priority].toSorted((a, b) => b - a))
})

describe('files', () => {
  test('are read when first needed, and once', async () => {
    const own = makeTinyCities()
    const fresh = createDataService(own)
    expect(own.reads.size).toBe(0)
    const request = { layerId: 'green', params: {}, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' } as const
    await Promise.all([fresh.runLayer(request), fresh.runLayer(request)])
    await fresh.runLayer(request)
    expect(own.reads.get(`tiny:/${FIRST}/green.parquet`)).toBe(1)
    expect([...own.reads.keys()].some((url) => url.includes('buildings'))).toBe(false)
  })

  test('that failed are asked for again', async () => {
    const own = makeTinyCities()
    const url = `tiny:/${FIRST}/manifest.json`
    const bytes = own.files.get(url) as Uint8Array
    own.files.delete(url)
    const fresh = createDataService(own)
    await expect(fresh.manifest(FIRST)).rejects.toThrow('manifest.json: expected the file')
    own.files.set(url, bytes)
    expect((await fresh.manifest(FIRST)).city).toBe(FIRST)
  })

  test.each([
    ['{', 'expected JSON'],
    ['[]', 'expected an object with "files"'],
    ['{"files": {"green": 1}}', 'expected "green" to have "provenance" and "sources"'],
  ])('a manifest that reads %s is refused with a sentence', async (text, sentence) => {
    const own = makeTinyCities()
    own.files.set(`tiny:/${FIRST}/manifest.json`, new TextEncoder().encode(text))
    await expect(createDataService(own).manifest(FIRST)).rejects.toThrow(`${FIRST}/manifest.json: ${sentence}`)
  })
})

test('an unknown layer is a bug that names itself', async () => {
  await expect(
    service.runLayer({ layerId: 'constructor', params: {}, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' }),
  ).rejects.toThrow('constructor')
})
