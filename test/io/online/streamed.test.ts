import { afterEach, describe, expect, test } from 'vitest'
import { checkTiles } from '../../../src/io/online/tiles-3d.ts'
import { checkWms } from '../../../src/io/online/wms.ts'
import { AREAS, faultOf, TEST_LIMITS } from './collect.ts'
import { fixture } from './fake-services.ts'
import { sendJson, sendText, serve, type Answer, type LocalService } from './serve.ts'

let service: LocalService | null = null
afterEach(async () => {
  await service?.close()
  service = null
})
const start = async (answer: Answer): Promise<string> => (service = await serve(answer)).origin
const xml =
  (name: string): Answer =>
  (_, response) => {
    sendText(response, fixture(name), 'text/xml')
  }
const never = new AbortController().signal

describe('a WMS', () => {
  const check = async (answer: Answer, layer: string, query = '') =>
    checkWms(new URL(`${await start(answer)}/wms${query}`), layer, AREAS, never, TEST_LIMITS)

  test('1.3.0 says its layer, CRS, credit and city', async () => {
    const { streamed, title, attribution } = await check(
      xml('wms-capabilities-1-3-0.xml'),
      'city:photo_2023',
      '?map=/x.map&request=GetMap&width=3',
    )
    expect({ title, attribution }).toEqual({ title: 'Aerial photograph 2023', attribution: '© The mapping department' })
    expect(streamed).toMatchObject({ version: '1.3.0', crs: 'EPSG:3857', format: 'image/png', cities: ['helsinki'] })
    expect(new URL(streamed.url).search).toBe('?map=%2Fx.map')
    expect(service?.asked[0]?.query.get('request')).toBe('GetCapabilities')
  })

  test('1.1.1 with a document type is read too, and covers what it covers', async () => {
    const { streamed } = await check(xml('wms-capabilities-1-1-1.xml'), '', '?layers=alus')
    expect(streamed).toMatchObject({ version: '1.1.1', crs: 'EPSG:4326', layer: 'alus', cities: ['tallinn'] })
  })

  test('credits of a layer of its own go before those around it', async () => {
    expect((await check(xml('wms-capabilities-1-3-0.xml'), 'city:plan')).attribution).toBe('© Planners')
  })

  test.each<[string, Answer, string, object]>([
    [
      'no layer',
      xml('wms-capabilities-1-3-0.xml'),
      '',
      { code: 'layer-missing', offered: ['city:photo_2023', 'city:plan', 'city:elsewhere'] },
    ],
    [
      'a layer that is not there',
      xml('wms-capabilities-1-3-0.xml'),
      'city:photo',
      { code: 'layer-unknown', values: { layer: 'city:photo' } },
    ],
    ['a layer elsewhere', xml('wms-capabilities-1-3-0.xml'), 'city:elsewhere', { code: 'outside' }],
    [
      'only a CRS that cannot be drawn',
      xml('wms-capabilities-own-crs-only.xml'),
      'city:grid',
      { code: 'crs', values: { crs: 'EPSG:3301' } },
    ],
    [
      'a web page',
      (_, response) => {
        sendText(response, fixture('login-page.html'), 'text/html')
      },
      'a',
      { code: 'web-page' },
    ],
    ['an exception', xml('wfs-exception.xml'), 'a', { code: 'exception' }],
    ['capabilities of another service', xml('wfs-capabilities.xml'), 'a', { code: 'unexpected', values: { found: 'WFS_Capabilities' } }],
    [
      'a text that breaks off',
      (_, response) => {
        sendText(response, fixture('wms-capabilities-1-3-0.xml').slice(0, 900), 'text/xml')
      },
      'a',
      { code: 'cut-off' },
    ],
    ['entities of its own', xml('entity-bomb.xml'), 'a', { code: 'not-xml' }],
    [
      'JSON',
      (_, response) => {
        sendJson(response, {})
      },
      'a',
      { code: 'not-xml' },
    ],
    [
      '500',
      (_, response) => {
        sendText(response, '', 'text/plain', 500)
      },
      'a',
      { code: 'status', values: { status: 500 } },
    ],
  ])('with %s is refused with its name', async (_, answer, layer, fault) => {
    expect(await faultOf(check(answer, layer))).toMatchObject(fault)
  })
})

describe('a tileset', () => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const region = [24.9, 60.15, 25, 60.2].map(radians).concat(0, 50)
  const tileset = (root: object, asset: object = { version: '1.1' }) => ({
    asset,
    geometricError: 100,
    root: { geometricError: 50, boundingVolume: { region }, refine: 'ADD', ...root },
  })
  const check = async (value: unknown) =>
    checkTiles(
      new URL(
        `${await start((_, response) => {
          sendJson(response, value)
        })}/tileset.json`,
      ),
      AREAS,
      never,
      TEST_LIMITS,
    )

  test('of a region belongs to its city', async () => {
    expect((await check(tileset({ content: { uri: '0.glb' } }))).streamed).toMatchObject({ kind: '3dtiles', cities: ['helsinki'] })
  })

  test('in a frame of its own is placed by its transform', async () => {
    // Tallinn, 24.745 E 59.437 N on WGS84: x, y, z by the closed formula of geodetic coordinates.
    const [longitude, latitude, e2] = [radians(24.745), radians(59.437), 0.00669437999]
    const n = 6378137 / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
    const [x, y, z] = [
      n * Math.cos(latitude) * Math.cos(longitude),
      n * Math.cos(latitude) * Math.sin(longitude),
      n * (1 - e2) * Math.sin(latitude),
    ]
    const transform = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1]
    const { streamed } = await check(tileset({ boundingVolume: { box: [0, 0, 0, 500, 0, 0, 0, 500, 0, 0, 0, 50] }, transform }))
    expect(streamed.cities).toEqual(['tallinn'])
  })

  test.each<[string, unknown, object]>([
    ['no asset', { root: {} }, { code: 'unexpected', values: { expected: 'asset' } }],
    ['a version that is not known', tileset({}, { version: '0.0' }), { code: 'unexpected', values: { found: '0.0' } }],
    ['no root', { asset: { version: '1.0' } }, { code: 'unexpected', values: { expected: 'root' } }],
    ['no volume', tileset({ boundingVolume: null }), { code: 'unexpected', values: { expected: 'root.boundingVolume' } }],
    [
      'contents on another host',
      tileset({ children: [{ content: { url: 'https://elsewhere.example/0.b3dm' } }] }),
      { code: 'redirect', values: { other: 'elsewhere.example' } },
    ],
    ['a place far away', tileset({ boundingVolume: { region: [0.04, 0.85, 0.05, 0.86, 0, 10] } }), { code: 'outside' }],
    ['a list', [], { code: 'unexpected' }],
  ])('with %s is refused with its name', async (_, value, fault) => {
    expect(await faultOf(check(value))).toMatchObject(fault)
  })
})
