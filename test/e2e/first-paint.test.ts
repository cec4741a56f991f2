import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { openApp, type OpenApp } from './open-app.ts'

let app: OpenApp | null = null
afterEach(async () => {
  await app?.context.close()
  app = null
})

/** Places of what is there before the app and after; the app's own names for the same things stand second. */
const PARTS = [
  ['.seam-plate', '.seam-plate'],
  ['.seam-name', '.seam-name'],
  ['.first-mark', '.word-mark'],
  ['.first-views', '.views'],
  ['.first-bar', '.top-bar'],
] as const

const readPlaces = (page: Page, which: 0 | 1) =>
  page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const { left, top, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
        return [left, top, width, height].map(Math.round)
      }),
    PARTS.map((part) => part[which]),
  )

/** The largest sum of bytes, as they came over the line, that the first view may cost. */
const MOST_FIRST_VIEW_BYTES = 5.4e6

test.each([
  [1440, 900, '?lang=en', 'light', 'Helsinki'],
  [390, 844, '?lang=sv&theme=dark', 'dark', 'Helsingfors'],
  [1080, 1920, '?lang=et&swap=1', 'light', 'Tallinn'],
] as const)(
  'at %i×%i the frame stands before any module, as %s asks, and nothing moves when the app takes over',
  async (width, height, query, theme, first) => {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    app = await openApp({
      query,
      viewport: { width, height },
      waitForScenes: false,
      waitForApp: false,
      prepare: (context) =>
        context.route(/assets\/index-[\w-]+\.js/, async (route) => {
          await gate
          await route.continue()
        }),
    })
    const { page } = app
    await page.locator('.first-paint .seam-name').first().waitFor()
    expect(await page.locator('.seam-name').first().textContent()).toContain(first)
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])).toEqual([
      new URLSearchParams(query).get('lang'),
      theme,
    ])
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1)
    // The typeface comes when it comes; what must move nothing is the app.
    await page.evaluate(async () => {
      await document.fonts.ready
    })
    const before = await readPlaces(page, 0)
    release()
    await page.locator('.seam-progress').first().waitFor()
    await page.locator('.top-bar').waitFor()
    expect(await readPlaces(page, 1)).toEqual(before)
    expect(app.problems).toEqual([])
  },
)

test('a script that does not come is reported in the frame', async () => {
  app = await openApp({
    query: '?lang=fi',
    waitForScenes: false,
    waitForApp: false,
    prepare: (context) => context.route(/assets\/index-[\w-]+\.js/, (route) => route.fulfill({ status: 404, body: 'Not found' })),
  })
  await app.page.locator('.first-failure').waitFor()
  expect(await app.page.locator('.first-failure').textContent()).toBe('Sovellusta ei saatu haettua. Tarkista yhteys. Yritä uudelleen')
})

test('the first view fetches no more than it shows', async () => {
  const sizes: Promise<readonly [string, number]>[] = []
  app = await openApp({
    query: '?lang=et',
    prepare: (context) => {
      context.on('requestfinished', (request) =>
        sizes.push(request.sizes().then(({ responseBodySize }) => [new URL(request.url()).pathname, responseBodySize] as const)),
      )
      return Promise.resolve()
    },
  })
  const files = await Promise.all(sizes)
  const names = files.map(([path]) => path)
  expect(
    names.filter((path) =>
      /(buildings|streets|green|water|land)\.parquet|approximateTerrainHeights|IAU2006|ion-credit|assets\/(en|fi|sv)-/.test(path),
    ),
  ).toEqual([])
  expect(names.filter((path) => /assets\/et-/.test(path))).toHaveLength(1)
  const bytes = files.reduce((sum, [, size]) => sum + size, 0)
  expect(
    bytes,
    files
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 12)
      .map(([path, size]) => `${path} ${size}`)
      .join('\n'),
  ).toBeLessThan(MOST_FIRST_VIEW_BYTES)
})
