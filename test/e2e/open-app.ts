import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { inject } from 'vitest'
import type { CameraPose } from '../../src/cities/city.ts'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import type { AppState } from '../../src/state/app-state.ts'
import { DEFAULT_APP_STATE } from '../../src/state/defaults.ts'
import { readUrl, writeUrl } from '../../src/state/url/url.ts'
import { decodePng, shareOfDifference, type Pixels } from './pixels.ts'

export interface OpenOptions {
  /** Query of the address, e.g. `?lang=fi`. */
  readonly query?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Requests that are to fail, as if the server had not got the file. */
  readonly block?: RegExp
  /** Called with the context before the page opens, e.g. to answer some requests otherwise. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>
  readonly colorScheme?: 'light' | 'dark'
  /** Whether the screen takes fingers, beside the mouse. */
  readonly hasTouch?: boolean
  /** Whether the first-visit screen is left standing. */
  readonly keepWelcome?: boolean
  /** Whether to wait until both scenes have loaded. */
  readonly waitForScenes?: boolean
  /** Whether to wait until the app stands in the place of its first paint. */
  readonly waitForApp?: boolean
}

export interface OpenApp {
  readonly page: Page
  readonly context: BrowserContext
  /** Requests to any other origin; stays empty in an app that keeps to itself. */
  readonly strangers: string[]
  /** Console errors, uncaught errors and policy violations. */
  readonly problems: string[]
}

/** Large enough for the layout of a desktop, small enough for software rendering. */
const SMALL = { width: 1024, height: 640 }

let browser: Browser | null = null

async function connectBrowser(): Promise<Browser> {
  browser ??= await chromium.connect(inject('browserEndpoint'))
  return browser
}

/** Opens the app in a context of its own: nothing is remembered from another page. */
export async function openApp(options: OpenOptions = {}): Promise<OpenApp> {
  const context = await (
    await connectBrowser()
  ).newContext({
    viewport: options.viewport ?? SMALL,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    hasTouch: options.hasTouch ?? false,
    locale: 'en-GB',
    timezoneId: 'Europe/Helsinki',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(60_000)
  if (options.keepWelcome !== true) await context.addInitScript(() => localStorage.setItem('kaksik.welcomed', '1'))
  await context.addInitScript(countDrawCalls)
  await context.addInitScript(keepNotices)
  const page = await context.newPage()
  const app: OpenApp = { page, context, strangers: [], problems: [] }
  watch(app, options.block)
  if (options.block !== undefined) await context.route(options.block, (route) => route.abort())
  await options.prepare?.(context)
  // A page whose app is held back never counts as loaded.
  await page.goto(`${inject('origin')}/${options.query ?? ''}`, { waitUntil: options.waitForApp === false ? 'commit' : 'load' })
  if (options.waitForApp === false) return app
  await page.locator('main').waitFor()
  if (options.waitForScenes !== false) await waitForScenes(page)
  return app
}

/** Runs in the page before its scripts: `drawCalls` counts what any scene asks of the GPU. */
function countDrawCalls(): void {
  const counter = globalThis as unknown as { drawCalls: number }
  counter.drawCalls = 0
  const prototype = WebGL2RenderingContext.prototype
  // Called below with the context that they belong to.
  // oxlint-disable-next-line typescript/unbound-method
  const { drawElements, drawArrays } = prototype
  prototype.drawElements = function (...args) {
    counter.drawCalls++
    drawElements.apply(this, args)
  }
  prototype.drawArrays = function (...args) {
    counter.drawCalls++
    drawArrays.apply(this, args)
  }
}

/** Draw calls of all scenes in the next `milliseconds`. */
export async function countDraws(page: Page, milliseconds: number): Promise<number> {
  const read = () => page.evaluate(() => (globalThis as unknown as { drawCalls: number }).drawCalls)
  const before = await read()
  await page.waitForTimeout(milliseconds)
  return (await read()) - before
}

function watch({ page, strangers, problems }: OpenApp, block: RegExp | undefined): void {
  const origin = inject('origin')
  page.context().on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) strangers.push(url)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    // A blocked request is the test's own doing.
    const isBlocked = block !== undefined && (block.test(message.location().url) || /Failed to load resource/.test(message.text()))
    if (message.type() === 'error' && !isBlocked) problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`)
  })
}

/** Runs in the page: a notice goes by itself after a while, which a busy machine may sleep through. */
function keepNotices(): void {
  const seen: string[] = []
  Object.assign(globalThis, { seenNotices: seen })
  new MutationObserver(() => {
    for (const notice of document.querySelectorAll('.notice')) seen.push(notice.textContent ?? '')
  }).observe(document, { childList: true, subtree: true })
}

/** Every notice that has shown on this page, gone ones too. */
export function readNotices(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as { seenNotices: string[] }).seenNotices.join('\n'))
}

/** What the scene offers to tests. */
export interface SceneProbe {
  readonly pose: CameraPose
  readonly tilesLoaded: boolean
  readonly isSettled: boolean
}

export function readScenes(page: Page): Promise<Readonly<Partial<Record<CityId, SceneProbe>>>> {
  return page.evaluate(() => {
    const probe = (globalThis as unknown as { __kaksik?: { scenes?: Record<string, SceneProbe> } }).__kaksik
    return JSON.parse(JSON.stringify(probe?.scenes ?? {})) as Record<string, SceneProbe>
  })
}

/** Waits until every city that shows has loaded all that its view needs. */
export async function waitForScenes(page: Page, cityIds: readonly CityId[] = CITY_IDS): Promise<void> {
  await page.waitForFunction(
    (ids) => {
      const probe = (globalThis as unknown as { __kaksik?: { scenes?: Record<string, SceneProbe> } }).__kaksik
      return ids.every((id) => probe?.scenes?.[id]?.tilesLoaded === true)
    },
    cityIds,
    { timeout: 300_000, polling: 250 },
  )
}

/** The query of the default state with some of it set otherwise. */
export function queryOf(change: Partial<AppState>): string {
  return writeUrl({ ...DEFAULT_APP_STATE, ...change })
}

/** The state that the address bar holds. */
export function readState(page: Page): AppState {
  return readUrl(new URL(page.url()).search).state
}

/** Waits until the address bar holds a state of which `holds` is true. Throws with the last state. */
export async function waitForState(page: Page, holds: (state: AppState) => boolean, what: string): Promise<AppState> {
  const until = Date.now() + 60_000
  for (;;) {
    const state = readState(page)
    if (holds(state)) return state
    if (Date.now() > until) throw new Error(`The address never said that ${what}: ${page.url()}`)
    await page.waitForTimeout(100)
  }
}

/**
 * What is drawn of a city: its canvas alone, with everything that lies over it hidden, so that a
 * difference between two photographs is a difference between two scenes.
 */
export async function photograph(page: Page, cityId: CityId): Promise<Pixels> {
  const box = await canvasOf(page, cityId).boundingBox()
  if (box === null) throw new Error(`The view of ${cityId} does not show`)
  const style = '*:not(canvas) { visibility: hidden !important } canvas { visibility: visible !important }'
  return decodePng(await page.screenshot({ clip: box, animations: 'disabled', caret: 'hide', style }))
}

/** The element of a city's view that takes the keys. */
export function viewOf(page: Page, cityId: CityId): Locator {
  return page.locator(`.city-view[data-city="${cityId}"]`).first()
}

/** The canvas on which a city is drawn. */
export function canvasOf(page: Page, cityId: CityId): Locator {
  return page.locator(`[data-city="${cityId}"] canvas`).first()
}

/** Waits until two photographs half a second apart are the same. @returns the last. */
export async function photographWhenStill(page: Page, cityId: CityId): Promise<Pixels> {
  // Before that it is drawn with fewer pixels.
  await page.waitForFunction(
    (id) => {
      const probe = (globalThis as unknown as { __kaksik?: { scenes?: Record<string, SceneProbe> } }).__kaksik
      return probe?.scenes?.[id]?.isSettled === true
    },
    cityId,
    { timeout: 120_000, polling: 100 },
  )
  let before = await photograph(page, cityId)
  for (let attempt = 0; attempt < 60; attempt++) {
    await page.waitForTimeout(500)
    const now = await photograph(page, cityId)
    if (shareOfDifference(before, now, 4) < 0.0005) return now
    before = now
  }
  throw new Error(`The view of ${cityId} never came to rest`)
}
