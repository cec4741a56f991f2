import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { openApp, type OpenApp } from './open-app.ts'

let app: OpenApp | null = null
afterEach(async () => {
  await app?.context.close()
  app = null
})

const PAGE = '<!doctype html><title>Somewhere else</title><p>Not a script.</p>'

/** What a server may send in the place of a script. */
const ANSWERS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'a 404': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'a web page': (route) => route.fulfill({ status: 200, contentType: 'text/html', body: PAGE }),
  'a cut-off script': async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    await route.fulfill({ response, body: body.slice(0, Math.floor(body.length * 0.6)) })
  },
}

const open = async (prepare: (context: BrowserContext) => Promise<unknown>) => {
  app = await openApp({ query: '?lang=en&layer=building-height', waitForScenes: false, prepare })
  return app.page
}
const standing = (page: Page, words: RegExp) => page.locator('.notice-standing', { hasText: words })

test('a file of the map that does not come is named, the rest is drawn, and it comes when asked for again', async () => {
  const file = /data\/[a-z]+\/water\.parquet/
  const answer = ANSWERS['a 404'] as (route: Route) => Promise<void>
  // From afar the map is drawn from its overview; without it, from the same files as close by.
  const page = await open(async (context) => {
    await context.route(/overview\.map/, answer)
    await context.route(file, answer)
  })
  const trouble = standing(page, /could not be read: data\/[a-z]+\/water\.parquet/)
  await trouble.first().waitFor({ timeout: 120_000 })
  await expect.poll(() => trouble.count(), { timeout: 60_000 }).toBe(2)
  expect(await page.locator('.view-failed').count()).toBe(0)
  await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
  await trouble.last().getByRole('button', { name: 'Dismiss' }).click()
  await trouble.first().getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => standing(page, /./).count(), { timeout: 60_000 }).toBe(0)
})

describe('a worker whose script does not come is reported, and tried again', () => {
  test.each(Object.entries(ANSWERS))('data worker: %s', async (_, answer) => {
    const page = await open((context) => context.route(/data-worker/, answer))
    const trouble = standing(page, /reads the data/)
    await trouble.waitFor({ timeout: 120_000 })
    await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.legend-title', { hasText: 'Height' }).first().waitFor({ timeout: 120_000 })
    expect(await standing(page, /./).count()).toBe(0)
  })

  test('map worker: a 404', async () => {
    const page = await open((context) => context.route(/map-worker/, ANSWERS['a 404'] as (route: Route) => Promise<void>))
    const trouble = standing(page, /paints the map/)
    await trouble.waitFor({ timeout: 120_000 })
    await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => page.locator('.view-failed').count(), { timeout: 60_000 }).toBe(0)
    expect(await standing(page, /./).count()).toBe(0)
  })

  test('analysis worker: a 404', async () => {
    const page = await open((context) => context.route(/analysis-worker/, ANSWERS['a 404'] as (route: Route) => Promise<void>))
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await standing(page, /compares/).waitFor({ timeout: 120_000 })
    await page.locator('.compare-remark[role="alert"]').waitFor()
    await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
    await page.locator('.compare-remark').getByRole('button', { name: 'Try again' }).click()
    await page.locator('.compare-answer').waitFor({ timeout: 120_000 })
    expect(await page.locator('.compare-remark').count()).toBe(0)
  })
})

describe('a part whose script does not come takes nothing else along', () => {
  test.each(['a 404', 'a web page'])('a tab of the comparison: %s', async (kind) => {
    const page = await open((context) => context.route(/assets\/table-tab/, ANSWERS[kind] as (route: Route) => Promise<void>))
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByRole('tab', { name: 'All districts' }).click()
    const failure = page.locator('.compare-body .part-failure')
    await failure.waitFor()
    // The other tabs, and the rest of the page, go on.
    await page.getByRole('tab', { name: 'Scatter plot' }).click()
    await page.locator('.compare-answer').waitFor({ timeout: 120_000 })
    // The tab tries again by itself when it is opened again; it must have failed before the script can be had.
    await page.getByRole('tab', { name: 'All districts' }).click()
    await failure.waitFor()
    await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
    await failure.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.compare-answer').waitFor({ timeout: 120_000 })
    expect(await page.locator('.crash').count()).toBe(0)
  })

  test('a dialog: its failure floats, and can be put away', async () => {
    const page = await open((context) => context.route(/assets\/about-dialog/, ANSWERS['a 404'] as (route: Route) => Promise<void>))
    await page.getByRole('button', { name: 'About and help' }).click()
    await page.locator('.part-failure-floating').getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('.part-failure').count()).toBe(0)
    await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
    await page.getByRole('button', { name: 'About and help' }).click()
    await page.getByRole('dialog', { name: 'About Kaksik' }).waitFor()
  })

  test('the texts of a language: the one before stays, and choosing again mends it', async () => {
    const page = await open((context) => context.route(/assets\/fi-/, ANSWERS['a 404'] as (route: Route) => Promise<void>))
    await page.getByRole('button', { name: /^Language:/ }).click()
    await page.getByRole('menuitemradio', { name: 'suomi' }).click()
    const trouble = standing(page, /another language \(suomi\)/)
    await trouble.waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await app?.context.unrouteAll({ behavior: 'ignoreErrors' })
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fi')
    // What is there needs no server any more.
    await page.context().setOffline(true)
    await page.getByRole('button', { name: /^Kieli:/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: /^Language:/ }).click()
    await page.getByRole('menuitemradio', { name: 'suomi' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fi')
  })
})

describe('a new version on the server', () => {
  test('is offered when a part cannot be fetched, and loaded only on request', async () => {
    let loads = 0
    const page = await open(async (context) => {
      await context.route(/assets\/about-dialog/, ANSWERS['a 404'] as (route: Route) => Promise<void>)
      await context.route(
        (url) => url.pathname === '/',
        async (route) => {
          if (route.request().isNavigationRequest()) {
            loads++
            return route.continue()
          }
          const response = await route.fetch()
          await route.fulfill({ response, body: (await response.text()).replace(/assets\/index-[\w-]+\.js/, 'assets/index-newer.js') })
        },
      )
    })
    await page.getByRole('button', { name: 'About and help' }).click()
    const offer = standing(page, /new version of Kaksik/)
    await offer.waitFor()
    expect(loads).toBe(1)
    await offer.getByRole('button', { name: 'Load the new version' }).click()
    await expect.poll(() => loads).toBe(2)
    await page.locator('.top-bar').waitFor()
    expect(new URL(page.url()).searchParams.get('layer')).toBe('building-height')
  })
})
