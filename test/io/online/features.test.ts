import { afterEach, describe, expect, test } from 'vitest'
import { seededRandom } from '../../seeded-random.ts'
import { collect, faultOf } from './collect.ts'
import { answerOgc, answerWfs, featureOf, fixture, spots, type OgcHabits, type WfsHabits } from './fake-services.ts'
import { sendJson, sendText, serve, type Answer, type LocalService } from './serve.ts'

let service: LocalService | null = null
afterEach(async () => {
  await service?.close()
  service = null
})
const start = async (answer: Answer): Promise<string> => (service = await serve(answer)).origin
const ids = (features: readonly { readonly id?: string | number }[]) => features.map(({ id }) => String(id)).sort()
const expectedIds = (count: number) =>
  spots(count)
    .map(({ id }) => `spot.${id}`)
    .sort()
const askedFor = (name: string) => (service?.asked ?? []).map(({ query }) => query.get(name))

describe('an OGC API Features collection', () => {
  test('is followed along its links, in both areas', async () => {
    const origin = await start(answerOgc([...spots(230), ...spots(20, [24.75, 59.44], 1000)], { mostPerPage: 100 }))
    const { features, notes, progress } = await collect('ogc-features', `${origin}/collections/spots`, '')
    expect(features).toHaveLength(250)
    expect(notes).toEqual([])
    expect(progress.at(-1)).toMatchObject({ features: 250, pages: 4 })
    expect(features[0]).toMatchObject({ geometry: { type: 'Point', coordinates: [24.94, 60.17] }, properties: { name: 'Spot 1' } })
  })

  test.each([
    ['links', {}],
    ['offset where there are no links', { givesLinks: false }],
  ] as const)('collects each feature once whatever the size of a page, by %s', async (_, habits: OgcHabits) => {
    const random = seededRandom(7)
    for (let round = 0; round < 12; round++) {
      const [count, size] = [1 + Math.floor(random() * 400), 1 + Math.floor(random() * 60)]
      const origin = await start(answerOgc(spots(count), { ...habits, mostPerPage: size }))
      const { features } = await collect('ogc-features', `${origin}/collections/spots/items`, '')
      expect(ids(features), `${count} features, ${size} a page`).toEqual(expectedIds(count))
      await service?.close()
    }
  })

  test('names its collections where the address names none', async () => {
    const origin = await start(answerOgc(spots(3)))
    expect(await faultOf(collect('ogc-features', `${origin}/api`, ''))).toMatchObject({
      code: 'layer-missing',
      offered: ['spots', 'trees'],
    })
    expect((await collect('ogc-features', `${origin}/api`, 'spots')).features).toHaveLength(3)
  })

  test('that leads on for ever is stopped', async () => {
    const origin = await start(answerOgc(spots(25), { mostPerPage: 10, nextLink: () => '?offset=10&limit=10' }))
    const { features, notes } = await collect('ogc-features', `${origin}/collections/spots/items`, '')
    expect(features).toHaveLength(20)
    expect(notes).toEqual([{ code: 'partial', values: { count: 20, fault: 'loop' } }])
    expect(service?.asked.length).toBeLessThan(6)
  })

  test('is not followed to another host', async () => {
    const origin = await start(answerOgc(spots(25), { mostPerPage: 10, nextLink: () => 'https://elsewhere.example/items?offset=10' }))
    expect(await faultOf(collect('ogc-features', `${origin}/collections/spots/items`, ''))).toMatchObject({
      code: 'redirect',
      values: { other: 'elsewhere.example' },
    })
  })

  test('ends at the limit, and says so', async () => {
    const origin = await start(answerOgc(spots(300), { mostPerPage: 40 }))
    const { features, notes } = await collect('ogc-features', `${origin}/collections/spots/items`, '', { mostFeatures: 100 })
    expect(ids(features)).toEqual(expectedIds(100))
    expect(notes).toEqual([{ code: 'limit', values: { count: 100 } }])
  })
})

describe('a WFS', () => {
  const layer = 'city:spots'

  test.each<[string, WfsHabits]>([
    ['as it should be', {}],
    ['that caps an answer, and the count with it', { cap: 500 }],
    ['that does not say how many there are', { hidesMatched: true }],
    ['whose features have no ids', { hasNoIds: true }],
    ['that cannot sort', { refusesSortBy: true }],
  ])('%s gives every feature once', async (_, habits) => {
    const origin = await start(answerWfs(spots(1740), habits))
    const { features, notes } = await collect('wfs', `${origin}/wfs`, layer)
    expect(new Set(features.map(({ properties }) => properties['gid'])).size).toBe(1740)
    expect(features).toHaveLength(1740)
    expect(notes.map(({ code }) => code)).toEqual(habits.refusesSortBy === true ? ['unsorted'] : [])
  })

  test('of 6,200 objects behind a cap of 5,000 gives them all, in pages in an order that holds', async () => {
    const origin = await start(answerWfs(spots(6200), { cap: 5000 }))
    const { features } = await collect('wfs', `${origin}/wfs?typeNames=city:spots`, '')
    expect(features).toHaveLength(6200)
    expect(
      askedFor('sortBy')
        .filter((key) => key !== null)
        .every((key) => key === 'gid'),
    ).toBe(true)
    expect(askedFor('startIndex')).toContain('5000')
  })

  test('collects each feature once whatever the cap', async () => {
    const random = seededRandom(11)
    for (let round = 0; round < 8; round++) {
      const [count, cap] = [1 + Math.floor(random() * 900), 7 + Math.floor(random() * 300)]
      const origin = await start(answerWfs(spots(count), { cap }))
      const { features } = await collect('wfs', `${origin}/wfs`, layer)
      expect(ids(features), `${count} features, cap ${cap}`).toEqual(expectedIds(count))
      await service?.close()
    }
  })

  test('that takes the short name of the CRS the other way round finds nothing at first; that is noticed and said', async () => {
    const origin = await start(answerWfs(spots(30), { shortNameMeans: 'latitude first' }))
    const { features, notes } = await collect('wfs', `${origin}/wfs`, layer)
    expect(features).toHaveLength(30)
    expect(notes).toEqual([{ code: 'axis-request', values: {} }])
    expect(askedFor('bbox').find((box) => box !== null)).toBe('24.78,60.1,25.26,60.3,EPSG:4326')
    expect(askedFor('bbox')).toContain('60.1,24.78,60.3,25.26,urn:ogc:def:crs:EPSG::4326')
  })

  test('that answers latitude first is put right, and that is said', async () => {
    const origin = await start(answerWfs(spots(3), { answersSwapped: true }))
    const { features, notes } = await collect('wfs', `${origin}/wfs`, layer)
    expect(features.map(({ geometry }) => geometry?.coordinates)).toContainEqual([24.94, 60.17])
    expect(notes).toEqual([{ code: 'axis-answer', values: {} }])
  })

  test('in metres of a national grid lands where it should', async () => {
    // Toompea in EPSG:3301: 542,200 east, 6,588,600 north. By proj4 24.7433, 59.4346 (to 1e-4).
    const feature = (coordinates: number[]) => ({
      type: 'Feature',
      id: 'a',
      properties: { id: 1 },
      geometry: { type: 'Point', coordinates },
    })
    for (const coordinates of [
      [542_200, 6_588_600],
      [6_588_600, 542_200],
    ]) {
      const origin = await start((_, response) => {
        sendJson(response, {
          type: 'FeatureCollection',
          numberMatched: 1,
          features: [feature(coordinates)],
          crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3301' } },
        })
      })
      const { features, notes } = await collect('wfs', `${origin}/wfs`, layer)
      const [longitude = 0, latitude = 0] = (features[0]?.geometry?.coordinates ?? []) as number[]
      expect(Math.abs(longitude - 24.7433)).toBeLessThan(2e-3)
      expect(Math.abs(latitude - 59.4346)).toBeLessThan(2e-3)
      expect(notes.map(({ code }) => code)).toEqual((coordinates[0] as number) > 1e6 ? ['axis-answer'] : [])
      await service?.close()
    }
  })

  test('with nothing at all, or nothing in either city, says which', async () => {
    let origin = await start(answerWfs([]))
    expect(await faultOf(collect('wfs', `${origin}/wfs`, layer))).toMatchObject({ code: 'empty', values: { layer } })
    await service?.close()
    origin = await start(answerWfs(spots(5, [26.7, 58.38])))
    expect(await faultOf(collect('wfs', `${origin}/wfs`, layer))).toMatchObject({ code: 'outside', values: { layer } })
  })

  test('that ignores where a page starts is stopped after the first', async () => {
    const origin = await start(answerWfs(spots(1500), { ignoresStartIndex: true }))
    const { features, notes } = await collect('wfs', `${origin}/wfs`, layer)
    expect(features).toHaveLength(1000)
    expect(notes).toEqual([{ code: 'partial', values: { count: 1000, fault: 'loop' } }])
  })

  test('names its layers where none is named', async () => {
    const origin = await start(answerWfs(spots(1)))
    expect(await faultOf(collect('wfs', `${origin}/wfs`, ''))).toMatchObject({
      code: 'layer-missing',
      offered: ['city:spots', 'city:trees'],
    })
  })

  test('keeps the filter of the address, which no box may join', async () => {
    const origin = await start(answerWfs(spots(4)))
    const { features } = await collect('wfs', `${origin}/wfs?typeName=city:spots&CQL_FILTER=gid<9&maxFeatures=2`, '')
    expect(features).toHaveLength(4)
    expect(askedFor('CQL_FILTER').every((filter) => filter === 'gid<9')).toBe(true)
    expect(askedFor('bbox').every((box) => box === null)).toBe(true)
    expect(askedFor('maxFeatures').every((most) => most === null)).toBe(true)
  })

  test('that breaks off midway keeps what came, and says so', async () => {
    const whole = answerWfs(spots(2500))
    const origin = await start((asked, response) => {
      if (asked.query.get('startIndex') === '1000') return sendText(response, 'down', 'text/plain', 500)
      whole(asked, response)
    })
    const { features, notes } = await collect('wfs', `${origin}/wfs`, layer)
    expect(features).toHaveLength(1000)
    expect(notes).toEqual([{ code: 'partial', values: { count: 1000, fault: 'status' } }])
  })
})

describe('every fault has its own name', () => {
  const page = JSON.stringify({ type: 'FeatureCollection', features: [featureOf(spots(1)[0] as never)] })
  test.each<[string, Answer, object]>([
    ['a web page instead of data', (_, response) => sendText(response, fixture('login-page.html'), 'text/html'), { code: 'web-page' }],
    [
      'a web page that says it is JSON',
      (_, response) => sendText(response, fixture('login-page.html'), 'application/json'),
      { code: 'web-page' },
    ],
    [
      'an exception report with status 200',
      (_, response) => sendText(response, fixture('wfs-exception.xml'), 'application/xml'),
      { code: 'exception', values: { said: 'Feature type city:no_such_type unknown' } },
    ],
    [
      'an exception report with status 400',
      (_, response) => sendText(response, fixture('wfs-exception.xml'), 'text/xml', 400),
      { code: 'exception', values: { said: 'Feature type city:no_such_type unknown' } },
    ],
    [
      'an exception in JSON',
      (_, response) => sendJson(response, { code: 'InvalidParameterValue', description: 'limit is too large' }, 400),
      { code: 'exception', values: { said: 'limit is too large' } },
    ],
    [
      'an error inside of status 200',
      (_, response) => sendJson(response, { error: { code: 499, message: 'Token required' } }),
      { code: 'exception', values: { said: 'Token required' } },
    ],
    ['500', (_, response) => sendText(response, 'Oh no', 'text/plain', 500), { code: 'status', values: { status: 500 } }],
    [
      '404 as a web page',
      (_, response) => sendText(response, fixture('login-page.html'), 'text/html', 404),
      { code: 'status', values: { status: 404 } },
    ],
    [
      '429 without a word on when',
      (_, response) => sendText(response, '', 'text/plain', 429),
      { code: 'busy', values: { status: 429, seconds: 0 } },
    ],
    [
      '429 for an hour',
      (_, response) => {
        response.writeHead(429, { 'retry-after': '3600' })
        response.end()
      },
      { code: 'busy', values: { seconds: 3600 } },
    ],
    ['an empty answer', (_, response) => sendText(response, '', 'application/json'), { code: 'unexpected' }],
    ['JSON that breaks off', (_, response) => sendText(response, page.slice(0, -20), 'application/json'), { code: 'cut-off' }],
    ['JSON that is none', (_, response) => sendText(response, '{"type": FeatureCollection}', 'application/json'), { code: 'not-json' }],
    [
      'something else in JSON',
      (_, response) => sendJson(response, { type: 'Topology', arcs: [] }),
      { code: 'unexpected', values: { found: 'Topology' } },
    ],
    ['a list', (_, response) => sendJson(response, [1, 2]), { code: 'unexpected' }],
    [
      'a CRS of nobody here',
      (_, response) => sendJson(response, { type: 'FeatureCollection', features: [], crs: { properties: { name: 'EPSG:2393' } } }),
      { code: 'crs', values: { crs: 'EPSG:2393' } },
    ],
    [
      'metres without a word on the CRS',
      (_, response) =>
        sendJson(response, { type: 'FeatureCollection', features: [featureOf({ id: 1, longitude: 542_200, latitude: 6_588_600 })] }),
      { code: 'crs' },
    ],
    [
      'a redirect to another host',
      (_, response) => {
        response.writeHead(302, { location: 'https://elsewhere.example/items' })
        response.end()
      },
      { code: 'redirect', values: { other: 'elsewhere.example' } },
    ],
    [
      'a redirect to a file',
      (_, response) => {
        response.writeHead(302, { location: 'file:///etc/passwd' })
        response.end()
      },
      { code: 'redirect' },
    ],
    [
      'a redirect in a circle',
      ({ path }, response) => {
        response.writeHead(302, { location: path })
        response.end()
      },
      { code: 'loop' },
    ],
    ['more than is allowed', (_, response) => sendText(response, ' '.repeat(6e6), 'application/json'), { code: 'too-large' }],
    [
      'a broken connection',
      (_, response) => {
        response.destroy()
      },
      { code: 'unreachable' },
    ],
  ])('%s', async (_, answer, fault) => {
    const origin = await start(answer)
    expect(await faultOf(collect('ogc-features', `${origin}/collections/spots/items`, ''))).toMatchObject(fault)
    expect(await faultOf(collect('wfs', `${origin}/wfs`, 'city:spots'))).toMatchObject(fault)
  })

  test('a service that is slow', async () => {
    const origin = await start(() => undefined)
    const limits = { timeoutMilliseconds: 150, mostBytes: 1e6, longestRetryMilliseconds: 0 }
    expect(await faultOf(collect('wfs', `${origin}/wfs`, 'a', { limits }))).toMatchObject({ code: 'timeout' })
  })

  test('nobody there', async () => {
    const origin = await start(() => undefined)
    await service?.close()
    expect(await faultOf(collect('wfs', `${origin}/wfs`, 'a'))).toMatchObject({ code: 'unreachable' })
  })

  test('a redirect within the host is followed, and a short wait is waited', async () => {
    const whole = answerOgc(spots(3))
    let isBusy = true
    const origin = await start((asked, response) => {
      if (asked.path === '/old/collections/spots/items') {
        response.writeHead(301, { location: `/collections/spots/items?${asked.query}` })
        return response.end()
      }
      if (isBusy) {
        isBusy = false
        response.writeHead(503, { 'retry-after': '1' })
        return response.end()
      }
      whole(asked, response)
    })
    expect((await collect('ogc-features', `${origin}/old/collections/spots/items`, '')).features).toHaveLength(3)
  })

  test('cancelling stops at once, with the reason given', async () => {
    const origin = await start(() => undefined)
    const controller = new AbortController()
    const work = collect('wfs', `${origin}/wfs`, 'a', { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(work).rejects.toThrow('enough')
  })
})
