import { expect, test } from 'vitest'
import { wireVersion } from '../../src/app/wire-version.ts'
import { findEntry, readServedEntry } from '../../src/io/read-served-version.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore } from '../../src/state/store.ts'

const pageOf = (entry: string) => `<!doctype html><script>policy()</script><script type="module" crossorigin src="${entry}"></script>`
const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

function start(running: string | null) {
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const window = new EventTarget() as EventTarget & Window
  const server = { entry: './assets/index-1.js' as string | null, asked: 0, time: 0 }
  const stop = wireVersion(store, {
    running,
    page: page as unknown as Document,
    window,
    now: () => server.time,
    readServed: async () => {
      server.asked++
      return server.entry
    },
  })
  return {
    server,
    page,
    stop,
    look: async () => {
      page.dispatchEvent(new Event('visibilitychange'))
      await settle()
    },
    failPart: async () => {
      window.dispatchEvent(new Event('vite:preloadError'))
      await settle()
    },
    troubles: () => store.getState().session.troubles,
  }
}

test('a part that fails while the server has the same version is no new version', async () => {
  const { failPart, troubles, server } = start('./assets/index-1.js')
  await failPart()
  expect(server.asked).toBe(1)
  expect(troubles()).toEqual([])
})

test.each(['failPart', 'look'] as const)('another version on the server is offered, once (%s)', async (how) => {
  const app = start('./assets/index-1.js')
  app.server.entry = './assets/index-2.js'
  await app[how]()
  app.server.time += 100_000
  await app[how]()
  expect(app.server.asked).toBe(2)
  expect(app.troubles()).toEqual([{ kind: 'version' }])
})

test('looks only when the page shows, and not at every turn', async () => {
  const { look, page, server, stop } = start('./assets/index-1.js')
  page.visibilityState = 'hidden'
  await look()
  expect(server.asked).toBe(0)
  page.visibilityState = 'visible'
  await look()
  server.time += 30_000
  await look()
  expect(server.asked).toBe(1)
  server.time += 30_000
  await look()
  expect(server.asked).toBe(2)
  stop()
  server.time += 100_000
  await look()
  expect(server.asked).toBe(2)
})

test('a server that is out of reach, or answers with something else, has no new version', async () => {
  const answer = (body: string, status = 200) => (async () => new Response(body, { status })) as typeof fetch
  expect(await readServedEntry('http://x/', answer(pageOf('./assets/index-9.js')))).toBe('./assets/index-9.js')
  expect(await readServedEntry('http://x/', answer(pageOf('./assets/index-9.js'), 503))).toBeNull()
  expect(await readServedEntry('http://x/', answer('<h1>Wi-Fi login</h1>'))).toBeNull()
  expect(
    await readServedEntry('http://x/', (async () => {
      throw new TypeError('offline')
    }) as typeof fetch),
  ).toBeNull()
  expect(findEntry('<script src="a.js" type="module"></script>')).toBe('a.js')
})
