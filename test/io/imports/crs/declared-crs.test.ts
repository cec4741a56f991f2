import { describe, expect, test } from 'vitest'
import { readCrsName, readCrsText, readGeoJsonCrs } from '../../../../src/io/imports/crs/declared-crs.ts'
import { PRJ_3067 } from '../make-binary.ts'

describe('the CRS that a file names', () => {
  test.each([
    ['EPSG:3067', 3067],
    ['urn:ogc:def:crs:EPSG::3879', 3879],
    ['urn:ogc:def:crs:EPSG:6.9:3301', 3301],
    ['http://www.opengis.net/def/crs/EPSG/0/3857', 3857],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['EPSG:900913', 3857],
    ['epsg:25835', 3067],
  ] as const)('%s is EPSG:%d', (name, epsg) => {
    expect(readCrsName(name)).toEqual({ kind: 'known', epsg })
  })
  test.each(['EPSG:2393', 'EPSG:30670', 'local', 'EPSG:'])('%s is not known', (name) => {
    expect(readCrsName(name).kind).toBe('unknown')
  })
  test('none is none, and nonsense is unknown', () => {
    expect(readGeoJsonCrs(undefined)).toEqual({ kind: 'none' })
    expect(readGeoJsonCrs({ type: 'name', properties: { name: 'EPSG:3301' } })).toEqual({ kind: 'known', epsg: 3301 })
    expect(readGeoJsonCrs('lat/lon').kind).toBe('unknown')
    expect(readGeoJsonCrs({ properties: null }).kind).toBe('unknown')
  })
})

describe('well-known text', () => {
  const base = 'GEOGCS["GCS_EST_1997",DATUM["D_Estonia_1997",SPHEROID["GRS_1980",6378137.0,298.257222101]]]'
  test.each([
    [PRJ_3067, 3067],
    [`PROJCS["Estonian_Coordinate_System_of_1997",${base},PROJECTION["Lambert_Conformal_Conic"]]`, 3301],
    [
      'PROJCS["ETRS89 / GK25FIN",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101]]],AUTHORITY["EPSG","3879"]]',
      3879,
    ],
    [
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]]',
      3857,
    ],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', 4326],
  ] as const)('%# is known', (wkt, epsg) => {
    expect(readCrsText(wkt)).toEqual({ kind: 'known', epsg })
  })
  test.each([
    [
      'a Finnish grid of another datum',
      'PROJCS["KKJ / Finland Uniform Coordinate System",GEOGCS["KKJ",DATUM["D_KKJ",SPHEROID["International_1924",6378388.0,297.0]]]]',
    ],
    [
      'the same zone on ED50',
      'PROJCS["ED_1950_UTM_Zone_35N",GEOGCS["GCS_European_1950",DATUM["D_European_1950",SPHEROID["International_1924",6378388.0,297.0]]]]',
    ],
    ['degrees on Pulkovo', 'GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]]]'],
  ])('%s is not taken for ours', (_, wkt) => {
    expect(readCrsText(wkt).kind).toBe('unknown')
  })
})
