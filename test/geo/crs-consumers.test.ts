import { parquetMetadata } from 'hyparquet'
import proj4 from 'proj4'
import { describe, expect, test, vi } from 'vitest'
import { LANGUAGES } from '../../src/cities/city.ts'
import { CITIES } from '../../src/cities/index.ts'
import { converterBetween, crsOf, EPSG_CODES, epsgOfCode, epsgOfName, epsgOfUrn, type EpsgCode } from '../../src/geo/crs.ts'
import { createFeatureCollector } from '../../src/io/imports/collect-features.ts'
import { readCrsName, readCrsText } from '../../src/io/imports/crs/declared-crs.ts'
import { decideCrs } from '../../src/io/imports/crs/guess-crs.ts'
import { createIssueLog } from '../../src/io/imports/issue-log.ts'
import { toDegrees } from '../../src/io/imports/place-features.ts'
import { isSwapped } from '../../src/io/online/answer-crs.ts'
import { encodeGeoParquet } from '../../src/pipeline/formats/geoparquet.ts'
import { placePoints } from '../../src/pipeline/geometry/place-points.ts'
import type { Fault } from '../../src/pipeline/issues.ts'
import { messagesOf } from '../../src/ui/context.tsx'
import { nameCrs } from '../../src/ui/imports/name-crs.ts'

/** One more CRS, added to the record and nowhere else. */
const ADDED = 3006 as EpsgCode

vi.mock('../../src/geo/crs-records.ts', async (importOriginal) => {
  const { CRS_RECORDS } = await importOriginal<typeof import('../../src/geo/crs-records.ts')>()
  const { BASE_ETRS89, defineTransverseMercator } = await import('../../src/geo/define-crs.ts')
  return {
    CRS_RECORDS: [
      ...CRS_RECORDS,
      defineTransverseMercator({
        epsg: 3006,
        name: 'SWEREF99 TM',
        shortName: 'SWEREF 99 TM',
        otherCodes: ['5845'],
        namePattern: /SWEREF99TM/i,
        areaOfUse: { name: 'Sweden', boundsDegrees: [10.03, 54.96, 24.17, 69.07] },
        base: BASE_ETRS89,
        axes: [
          ['Northing', 'N'],
          ['Easting', 'E'],
        ],
        conversion: 'SWEREF99 TM',
        centralMeridianDegrees: 15,
        scale: 0.9996,
        falseEastingMetres: 500_000,
      }),
    ],
  }
})

test('the added CRS is in the list, and converts as Lantmäteriet publishes (Kontrollpunkter för SWEREF 99 TM, 2007: 55° N, 12° 45′ E)', () => {
  expect(EPSG_CODES).toContain(ADDED)
  const [east, north] = converterBetween(4326, ADDED).batch(Float64Array.of(12.75, 55))
  expect(east).toBeCloseTo(356083.438, 2)
  expect(north).toBeCloseTo(6097106.672, 2)
})

describe.each(EPSG_CODES)('EPSG:%d', (epsg) => {
  const record = crsOf(epsg)
  const { anchor } = CITIES[0]
  const [x, y] = converterBetween(4326, epsg).point(anchor.longitudeDegrees, anchor.latitudeDegrees)

  test('its PROJJSON bears its code, name and unit, and proj4 reads the same projection from it', () => {
    const {
      id,
      name,
      coordinate_system: { axis },
    } = record.projjson as {
      id: { authority: string; code: number }
      name: string
      coordinate_system: { axis: readonly { unit: string }[] }
    }
    expect(id).toEqual({ authority: 'EPSG', code: epsg })
    expect(name).toBe(record.name)
    expect(axis.map(({ unit }) => unit)).toEqual([record.unit, record.unit])
    // proj4 takes PROJJSON too, but only with axes that it is told of; degrees are degrees.
    if (record.unit === 'degree') return
    const fromJson = proj4(crsOf(4326).proj4, record.projjson as string).forward([anchor.longitudeDegrees, anchor.latitudeDegrees], false)
    const fromText = proj4(crsOf(4326).proj4, record.proj4).forward([anchor.longitudeDegrees, anchor.latitudeDegrees], false)
    expect(fromJson[0]).toBeCloseTo(fromText[0] as number, 6)
    expect(fromJson[1]).toBeCloseTo(fromText[1] as number, 6)
  })

  test('its area of use is where it is defined, in degrees, and its codes are no other record’s', () => {
    const [west, south, east, north] = record.areaOfUse.boundsDegrees
    expect(west).toBeLessThan(east)
    expect(south).toBeLessThan(north)
    for (const code of [String(epsg), ...record.otherCodes]) expect(epsgOfCode(code)).toBe(epsg)
  })

  test('files and services that declare it are understood', () => {
    expect(readCrsName(`urn:ogc:def:crs:EPSG::${epsg}`)).toEqual({ kind: 'known', epsg })
    expect(epsgOfUrn(`http://www.opengis.net/def/crs/EPSG/0/${epsg}`)).toBe(epsg)
    const kind = record.unit === 'degree' ? 'GEOGCS' : 'PROJCS'
    expect(readCrsText(`${kind}["anything",AUTHORITY["EPSG","${epsg}"]]`)).toEqual({ kind: 'known', epsg })
    expect(readCrsText(`${kind}["${record.name}"]`)).toEqual({ kind: 'known', epsg })
    if (record.unit === 'metre') expect(epsgOfName(record.shortName)).toBe(epsg)
  })

  test('a file in it that does not say so is asked about with it as the guess, and placed by it', () => {
    const log = createIssueLog()
    const collector = createFeatureCollector(log)
    collector.addGeometry({ type: 'Point', coordinates: [x, y] }, null, 1)
    const question = decideCrs(collector.finish(), { kind: 'none' }, false, log)
    expect(question).toMatchObject({ guess: { epsg, isSwapped: false } })
    const degrees = toDegrees(Float64Array.of(y, x), { epsg, isSwapped: true })
    expect(degrees[0]).toBeCloseTo(anchor.longitudeDegrees, 9)
    expect(degrees[1]).toBeCloseTo(anchor.latitudeDegrees, 9)
  })

  test('an answer of a service in it, north first, is turned', () => {
    expect(isSwapped(epsg, x, y)).toBe(false)
    expect(isSwapped(epsg, y, x)).toBe(true)
  })

  test('a source that holds it by mistake is placed all the same, and the fault is named', () => {
    const { epsg: to, extentDegrees } = CITIES[0]
    const from = EPSG_CODES.find((code) => code !== epsg) as EpsgCode
    const faults: Fault[] = []
    const [placed] = placePoints([[x, y]], { from, to, extentDegrees }, faults) ?? []
    const expected = converterBetween(4326, to).point(anchor.longitudeDegrees, anchor.latitudeDegrees)
    expect(placed?.[0]).toBeCloseTo(expected[0], 1)
    expect(placed?.[1]).toBeCloseTo(expected[1], 1)
    expect(faults).toEqual([{ severity: 'mended', code: 'other-crs', detail: `EPSG:${epsg}, not EPSG:${from}` }])
  })

  test('the writer of GeoParquet names it', () => {
    const bytes = encodeGeoParquet('extent', [], epsg)
    const { key_value_metadata: pairs } = parquetMetadata(bytes.slice().buffer)
    const geo = JSON.parse(pairs?.find(({ key }) => key === 'geo')?.value ?? '{}') as { columns: { geometry: { crs: unknown } } }
    expect(geo.columns.geometry.crs).toEqual(record.projjson)
  })

  test.each(LANGUAGES)('it has a name in the dialog in %s', (language) => {
    const name = nameCrs(messagesOf(language), epsg)
    expect(name).toContain(record.shortName)
    expect(name).toContain(`(EPSG:${epsg})`)
    expect(name).not.toMatch(/[{}]|imports\./)
  })
})
