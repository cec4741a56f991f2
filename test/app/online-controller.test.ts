import { afterEach, describe, expect, test } from 'vitest'
import { createOnlineReader } from '../../src/io/online/online-reader.ts'
import { createOnlineController } from '../../src/app/online-controller.ts'
import { HOSTS_KEY, SERVICES_KEY } from '../../src/io/online/page-reach.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import type { ServiceRequest } from '../../src/layers/own/service-request.ts'
import { createAppStore, type AppStore } from '../../src/state/store.ts'
import type { OnlineActions } from '../../src/ui/online/online-context.ts'
import { answerOgc, fixture, spots } from '../io/online/fake-services.ts'
import { sendText, serve, type Answer, type LocalService } from '../io/online/serve.ts'

let service: LocalService | null = null
afterEach(async () => {
  await service?.close()
  service = null
})

interface Bench {
  store: AppStore
  actions: OnlineActions
  kept: Map<string, string>
  reloads: () => number
  running: () => number
  origin: string
}

/** The service over a local server, and a page whose policy lets it reach that server or not. */
async function setUp(answer: Answer, isAllowed = true, kept = new Map<string, string>()): Promise<Bench> {
  service = await serve(answer)
  const { origin } = service
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  let [reloads, running] = [0, 0]
  const actions = createOnlineController(store, {
    document: { querySelector: () => ({ getAttribute: () => `connect-src 'self' ${isAllowed ? origin : ''}; img-src 'self'` }) },
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => {
        kept.set(key, value)
      },
    },
    origin: 'http://page.example',
    startReader: () => {
      const reader = createOnlineReader()
      running++
      return {
        add: reader.add,
        finish: (head) => Promise.resolve(reader.finish(head)),
        stop: () => {
          running--
        },
      }
    },
    reload: () => {
      reloads++
    },
  })
  return { store, actions, kept, reloads: () => reloads, running: () => running, origin }
}

const requestTo = (origin: string, change: Partial<ServiceRequest> = {}): ServiceRequest => ({
  id: 'a',
  kind: 'ogc-features',
  url: `${origin}/collections/spots/items`,
  layer: '',
  title: 'Spots',
  credit: '© The spotters',
  mostFeatures: 1000,
  ...change,
})

describe('a service that is switched on', () => {
  test('becomes an own layer with its credit, can be hidden in either list, and goes without a trace', async () => {
    const { store, actions, origin, running, kept } = await setUp(answerOgc(spots(42)))
    await actions.add(requestTo(origin))
    const session = () => store.getState().session
    expect(session().online[0]).toMatchObject({ status: 'ready', features: 42, fault: null, isShown: true })
    expect(session().ownLayers[0]).toMatchObject({ id: 'a', name: 'Spots', credit: '© The spotters', counts: { shown: 42 } })
    expect(running()).toBe(0)
    actions.setShown('a', false)
    expect(session().ownLayers[0]?.isShown).toBe(false)
    store.getState().updateSession((before) => ({ ...before, ownLayers: before.ownLayers.map((layer) => ({ ...layer, isShown: true })) }))
    expect(session().online[0]?.isShown).toBe(true)
    actions.remove('a')
    expect([session().online, session().ownLayers, kept.get(SERVICES_KEY)]).toEqual([[], [], '[]'])
  })

  test('leaves when its layer is removed from the own layers', async () => {
    const { store, actions, origin } = await setUp(answerOgc(spots(3)))
    await actions.add(requestTo(origin))
    store.getState().updateSession((before) => ({ ...before, ownLayers: [] }))
    expect(store.getState().session.online).toEqual([])
  })

  test('that fails says why, and can be tried again', async () => {
    let isBroken = true
    const whole = answerOgc(spots(3))
    const { store, actions, origin, running } = await setUp((asked, response) =>
      isBroken ? sendText(response, fixture('login-page.html'), 'text/html') : whole(asked, response),
    )
    await actions.add(requestTo(origin))
    expect(store.getState().session.online[0]).toMatchObject({ status: 'failed', fault: { code: 'web-page' } })
    isBroken = false
    await actions.add(requestTo(origin))
    expect(store.getState().session.online).toHaveLength(1)
    expect(store.getState().session.online[0]).toMatchObject({ status: 'ready', features: 3 })
    expect(running()).toBe(0)
  })

  test('can be cancelled while it is slow', async () => {
    const { store, actions, origin, running } = await setUp(() => undefined)
    const work = actions.add(requestTo(origin))
    actions.cancel('a')
    await work
    expect(store.getState().session.online[0]).toMatchObject({ status: 'failed', fault: { code: 'cancelled' } })
    expect(running()).toBe(0)
  })

  test('on a host that the page may not reach is not asked', async () => {
    const { store, actions, origin } = await setUp(answerOgc(spots(3)), false)
    expect(actions.canReach(new URL(origin))).toBe(false)
    await actions.add(requestTo(origin))
    expect(store.getState().session.online[0]).toMatchObject({ status: 'failed', fault: { code: 'not-allowed' } })
    expect(service?.asked).toEqual([])
  })

  test('comes back after the reload that lets its host in', async () => {
    const first = await setUp(answerOgc(spots(3)), false)
    first.actions.allowAndReload(requestTo(first.origin))
    expect([first.reloads(), first.kept.get(HOSTS_KEY)]).toEqual([1, JSON.stringify([first.origin])])
    expect(service?.asked).toEqual([])
    const { origin, kept } = first
    await service?.close()
    const second = await setUp(answerOgc(spots(3)), true, kept)
    // Another port, as the server is another: what is kept points to the first.
    kept.set(SERVICES_KEY, (kept.get(SERVICES_KEY) as string).replaceAll(origin, second.origin))
    second.actions.resume()
    await expect.poll(() => second.store.getState().session.online[0]?.status).toBe('ready')
  })

  test('is not taken from storage that was tampered with', async () => {
    const kept = new Map([
      [
        SERVICES_KEY,
        JSON.stringify([
          { id: 'x', kind: 'shell', url: 'https://a.example' },
          { id: 'y', kind: 'wfs', url: 'file:///etc/passwd', mostFeatures: 1e9 },
          7,
          null,
        ]),
      ],
    ])
    const { store, actions } = await setUp(() => undefined, true, kept)
    actions.resume()
    await expect
      .poll(() => store.getState().session.online.map(({ request, fault }) => [request.id, request.mostFeatures, fault?.code]))
      .toEqual([['y', 5000, 'scheme']])
  })
})
