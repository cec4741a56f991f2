/**
 * Writes test/fixtures/imports: `node test/io/imports/write-fixtures.ts`. One fault a file, named for it.
 * The base of the FlatGeobuf files, good.fgb, came from the format's own JavaScript library and is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { find, makeDbf, makeShapefile, makeShp, makeShx, patched, SHAPE_POINTS } from './make-binary.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/imports')
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const AT = [24.95, 60.17] as const
const RING = [
  [24.95, 60.17],
  [24.96, 60.17],
  [24.96, 60.18],
  [24.95, 60.18],
  [24.95, 60.17],
]
const point = (coordinates: unknown = AT, properties: unknown = { nimi: 'Tori' }) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
})
const shape = (type: string, coordinates: unknown) => ({ type: 'Feature', properties: { nimi: 'Alue' }, geometry: { type, coordinates } })
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
/** A good feature first: what is wrong comes second, and the first must still show. */
const withGood = (feature: unknown): string => collection(point(), feature)
const crs = (name: string, ...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features })
const nested = (depth: number): unknown =>
  depth === 0 ? { type: 'Point', coordinates: AT } : { type: 'GeometryCollection', geometries: [nested(depth - 1)] }
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const good = collection(point(), shape('LineString', RING.slice(0, 3)), shape('Polygon', [RING]))
const goodCsv = 'nimi,lat,lon\nTori,60.17,24.95\nSilta,60.18,24.96\n'
const zip = makeShapefile()
const fgb = new Uint8Array(readFileSync(join(FOLDER, 'good.fgb')))
const secondFeature = find(fgb, [0x64, 0, 0, 0, 0x0c, 0, 0, 0], 1)

const FILES: Readonly<Record<string, Uint8Array | string>> = {
  'good.geojson': good,
  'good-bom.geojson': `\ufeff${good}`,
  'good-geometries.geojson': collection(
    {
      type: 'Feature',
      properties: null,
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: AT },
          { type: 'Polygon', coordinates: [RING] },
        ],
      },
    },
    shape('MultiPoint', RING.slice(0, 2)),
    shape('MultiLineString', [RING.slice(0, 2)]),
    shape('MultiPolygon', [[RING]]),
  ),
  'good.csv': goodCsv,
  'good.zip': zip,
  'good-crs.geojson': crs('urn:ogc:def:crs:EPSG::3067', point([386300, 6672100])),

  'zero-bytes.geojson': '',
  'only-spaces.geojson': ' \n\t \n',
  'jpeg-renamed.geojson': Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
  'html-page.geojson': '<!DOCTYPE html><html><body>Not found</body></html>',
  'kml-renamed.json': '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>',
  'list-at-top.geojson': `[${JSON.stringify(point())}]`,
  'top-type-wrong.geojson': JSON.stringify({ type: 'Catalogue', items: [] }),
  'no-features.geojson': collection(),
  'features-missing.geojson': JSON.stringify({ type: 'FeatureCollection' }),
  'topojson.json': JSON.stringify({ type: 'Topology', objects: {}, arcs: [] }),
  'collection-type-wrong.geojson': good.replace('FeatureCollection', 'featurecollection'),
  'truncated-in-feature.geojson': withGood(point([24.96, 60.18])).slice(0, -25),
  'truncated-in-first.geojson': collection(point()).slice(0, 70),
  'truncated-at-end.geojson': good.slice(0, -1),
  'comma-missing.geojson': withGood(point()).replace('},{"type":"Feature"', '}{"type":"Feature"'),
  'name-unquoted.geojson': good.replace('"type":"FeatureCollection"', 'type:"FeatureCollection"'),
  'colon-missing.geojson': good.replace('"type":"FeatureCollection"', '"type" "FeatureCollection"'),
  'number-malformed.geojson': withGood(point()).replace(/60\.17(?=\]\}\}\]\}$)/, '60.1.7'),
  'nan.geojson': withGood(point()).replace(/60\.17(?=\]\}\}\]\}$)/, 'NaN'),
  'nested-too-deep.geojson': `{"type":"FeatureCollection","features":[${'['.repeat(5000)}${']'.repeat(5000)}]}`,
  'utf-16.geojson': utf16(good),
  'latin-1.geojson': latin1(collection(point(AT, { nimi: 'Säätytalo' }))),
  'coordinates-as-text.geojson': withGood(point(['24,95', '60,17'])),
  'coordinate-null.geojson': withGood(point([24.95, null])),
  'coordinate-huge.geojson': withGood(point([1e300, 60.17])),
  'coordinates-flat.geojson': withGood(shape('LineString', [24.95, 60.17, 24.96, 60.18])),
  'geometry-null.geojson': withGood({ type: 'Feature', properties: {}, geometry: null }),
  'geometry-empty.geojson': withGood(shape('Polygon', [])),
  'geometry-unknown.geojson': withGood(shape('Circle', AT)),
  'collections-too-deep.geojson': withGood({ type: 'Feature', properties: {}, geometry: nested(6) }),
  'feature-is-text.geojson': withGood('feature'),
  'line-of-one-point.geojson': withGood(shape('LineString', [AT])),
  'ring-open.geojson': withGood(shape('Polygon', [RING.slice(0, 4)])),
  'ring-of-three.geojson': withGood(shape('Polygon', [[RING[0], RING[1], RING[0]]])),
  'ring-crossing.geojson': withGood(shape('Polygon', [[RING[0], RING[2], RING[1], RING[3], RING[0]]])),
  'antimeridian.geojson': withGood(
    shape('LineString', [
      [179.5, 60],
      [-179.5, 60],
    ]),
  ),
  'latitude-first.geojson': collection(point([60.17, 24.95]), point([60.18, 24.96])),
  'north-first.geojson': crs('EPSG:3879', point([6672600, 25496500])),
  'all-far.geojson': collection(point([18.07, 59.33])),
  'some-far.geojson': withGood(point([18.07, 59.33])),
  'crs-unknown.geojson': crs('EPSG:2393', point([3386400, 6675000])),
  'crs-missing.geojson': collection(point([386300, 6672100])),
  'many-vertices.geojson': withGood(
    shape(
      'LineString',
      Array.from({ length: 300 }, (_, index) => [24.9 + index / 10000, 60.17]),
    ),
  ),
  'properties-list.geojson': collection(point(AT, ['Tori'])),
  'proto.geojson': collection(point()).replace('"nimi"', '"__proto__":{"isAdmin":true},"nimi"'),
  'html-in-name.geojson': collection(point(AT, { nimi: '<img src=x onerror=alert(1)>' })),
  'value-long.geojson': collection(point(AT, { nimi: 'a'.repeat(5000) })),

  'only-header.csv': 'nimi,lat,lon\n',
  'no-coordinate-columns.csv': 'nimi,osoite\nTori,Senaatintori\n',
  'delimiter-mixed.csv': 'nimi;lat,lon\nTori;60.17,24.95\n',
  'decimal-commas.csv': 'nimi;lat;lon\nTori;60,17;24,95\n',
  'quote-open.csv': 'nimi,lat,lon\nTori,60.17,24.95\n"Silta,60.18,24.96\n',
  'columns-twice.csv': 'nimi,lat,lon,nimi\nTori,60.17,24.95,Torg\n',
  'formula.csv': 'nimi,lat,lon\n"=HYPERLINK(""http://example.org"")",60.17,24.95\n',
  'number-missing.csv': `${goodCsv}Talo,,24.95\n`,
  'row-short.csv': 'lat,lon,nimi\n60.17,24.95\n',
  'latin-1.csv': latin1('nimi,lat,lon\nSäätytalo,60.17,24.95\n'),
  'metres-without-crs.csv': 'nimi;x;y\nTori;386300;6672100\n',

  'text-renamed.zip': 'This is no archive',
  'archive-cut-off.zip': zip.slice(0, -30),
  'no-shp.zip': zipSync({ 'lue.txt': utf8('moi') }, { mtime: '2026-01-01T00:00:00Z' }),
  'no-dbf.zip': makeShapefile({ 'kohteet.dbf': null }),
  'no-prj.zip': makeShapefile({ 'kohteet.prj': null }),
  'dbf-cut-off.zip': makeShapefile({ 'kohteet.dbf': makeDbf(['Tori', 'Silta']).slice(0, 70) }),
  'dbf-rows-missing.zip': makeShapefile({ 'kohteet.dbf': makeDbf(['Tori']) }),
  'shx-corrupt.zip': makeShapefile({ 'kohteet.shx': patched(makeShx(2), 0, 1, 2, 3, 4) }),
  'shp-wrong-magic.zip': makeShapefile({ 'kohteet.shp': patched(makeShp(SHAPE_POINTS), 0, 1, 2, 3, 4) }),
  'shp-type-unknown.zip': makeShapefile({ 'kohteet.shp': patched(makeShp(SHAPE_POINTS), 32, 31) }),
  'shp-cut-off.zip': makeShapefile({
    'kohteet.shp': makeShp(SHAPE_POINTS).slice(0, -10),
    'kohteet.dbf': makeDbf(['Tori']),
    'kohteet.shx': makeShx(1),
  }),
  'cpg-unknown.zip': makeShapefile({ 'kohteet.cpg': utf8('KLINGON') }),
  'two-layers.zip': makeShapefile({ 'muut.shp': makeShp(SHAPE_POINTS) }),
  'encrypted.zip': patched(zip, find(zip, [0x50, 0x4b, 1, 2]) + 8, 1),
  'slip.zip': zipSync({ '../../evil.shp': makeShp(SHAPE_POINTS) }, { mtime: '2026-01-01T00:00:00Z' }),
  'bomb.zip': zipSync({ 'kohteet.shp': new Uint8Array(3_000_000) }, { mtime: '2026-01-01T00:00:00Z', level: 9 }),
  'checksum-wrong.zip': patched(zip, find(zip, [0x50, 0x4b, 1, 2]) + 16, 1, 2, 3, 4),
  'too-many-files.zip': zipSync(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.txt`, utf8('')])), {
    mtime: '2026-01-01T00:00:00Z',
  }),

  'wrong-magic.fgb': patched(fgb, 0, 0x67),
  'version-2.fgb': patched(fgb, 3, 2),
  'header-length-huge.fgb': patched(fgb, 8, 0xff, 0xff, 0xff, 0x7f),
  'cut-off.fgb': fgb.slice(0, -20),
  'cut-off-in-first.fgb': fgb.slice(0, secondFeature - 20),
  'feature-corrupt.fgb': patched(fgb, secondFeature + 4, 0xff, 0xff, 0xff, 0x7f),
}

for (const [name, content] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), content)
console.log(`${Object.keys(FILES).length} files`)
