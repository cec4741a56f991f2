import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { CameraPose } from '../../src/cities/city.ts'
import { HOME_POSE } from '../../src/cities/home.ts'
import { DEFAULT_APP_STATE, forEveryCity } from '../../src/state/defaults.ts'
import { writeUrl } from '../../src/state/url/url.ts'
import type { AppState } from '../../src/state/app-state.ts'
import { launchBrowser } from '../e2e/server.ts'
import type { BenchRow } from './bench-row.ts'
import {
  LEAST_LONG_TASK_MILLISECONDS,
  markStep,
  median,
  readLongTasks,
  timeFirstPaint,
  timeFrames,
  timeMainThread,
  timeUntil,
  watchLongTasks,
} from './measure-page.ts'
import { serveBench } from './serve-bench.ts'

/** Large enough for a desktop's layout; software rendering pays for every pixel. */
const VIEWPORT = { width: 1024, height: 640 }
const REPEATS = 3
/** A task of the main thread that a person feels. */
const LONG_TASK_MILLISECONDS = 100
/** The whole of the larger city from above, so that every one of its buildings is loaded. */
const ABOVE: CameraPose = { eastMetres: 0, northMetres: 0, heightMetres: 20_000, headingDegrees: 0, pitchDegrees: -90 }
const LARGER_CITY = 'tallinn'
/** So small an error that Cesium loads every leaf. */
const EVERY_TILE_ERROR = 0.05
const RECOLOUR_WINDOW_MILLISECONDS = 6000

interface Bench {
  readonly browser: Browser
  readonly appUrl: string
  readonly bareUrl: string
}

/** The app in a real browser against a bare Cesium page with the same tilesets. */
export async function benchPages(): Promise<{ readonly rows: BenchRow[]; readonly browserVersion: string }> {
  const { server, appUrl, bareUrl } = await serveBench()
  const browserServer = await launchBrowser()
  const browser = await chromium.connect(browserServer.wsEndpoint())
  try {
    const bench = { browser, appUrl, bareUrl }
    const rows = [...(await benchColdAndFrame(bench)), ...(await benchRecolour(bench)), await benchLongTasks(bench)]
    return { rows, browserVersion: browser.version() }
  } finally {
    await browserServer.close()
    await server.close()
  }
}

async function openFresh(browser: Browser, url: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' })
  context.setDefaultTimeout(180_000)
  await context.addInitScript(() => localStorage.setItem('kaksik.welcomed', '1'))
  const page = await context.newPage()
  await page.goto(url)
  return { context, page }
}

const isAppReady = (): boolean => {
  const scenes = (globalThis as unknown as { __kaksik?: { scenes: Record<string, { tilesLoaded: boolean }> } }).__kaksik?.scenes ?? {}
  const shown = [...document.querySelectorAll<HTMLElement>('.city-view:not([hidden])')]
  return shown.length > 0 && shown.every(({ dataset }) => scenes[dataset.city ?? '']?.tilesLoaded === true)
}
/** Whether every city that shows has drawn some of its buildings. */
const hasFirstPicture = (): boolean => {
  const scenes = (globalThis as unknown as { __kaksik?: { scenes: Record<string, { triangles: number }> } }).__kaksik?.scenes ?? {}
  const shown = [...document.querySelectorAll<HTMLElement>('.city-view:not([hidden])')]
  return shown.length > 0 && shown.every(({ dataset }) => (scenes[dataset.city ?? '']?.triangles ?? 0) > 0)
}
const isBareReady = (): boolean => (globalThis as unknown as { bare?: { isReady: () => boolean } }).bare?.isReady() === true

const appAddress = ({ appUrl }: Bench, change: Partial<AppState>) => `${appUrl}${writeUrl({ ...DEFAULT_APP_STATE, ...change })}`
const bareAddress = ({ bareUrl }: Bench, pose: CameraPose, rest = '') =>
  `${bareUrl}?pose=${encodeURIComponent(JSON.stringify(pose))}${rest}`

/** Taken in turn, so that a slow minute of the machine falls on both. */
async function benchColdAndFrame(bench: Bench): Promise<BenchRow[]> {
  const [cold, bareCold, frame, bareFrame]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [firstPaint, firstPicture]: [number[], number[]] = [[], []]
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const app = await openFresh(bench.browser, appAddress(bench, {}))
    firstPicture.push(await timeUntil(app.page, hasFirstPicture))
    firstPaint.push(await timeFirstPaint(app.page))
    cold.push(await timeUntil(app.page, isAppReady))
    frame.push(await timeFrames(app.page))
    await app.context.close()
    const bare = await openFresh(bench.browser, bareAddress(bench, HOME_POSE))
    bareCold.push(await timeUntil(bare.page, isBareReady))
    bareFrame.push(await timeFrames(bare.page))
    await bare.context.close()
  }
  const note = `median of ${REPEATS}, ${VIEWPORT.width}×${VIEWPORT.height}`
  return [
    compare('first contentful paint', median(firstPaint), 'ms', 'time to the first picture of every city', median(firstPicture), note),
    compare('cold page until all tiles are loaded', median(cold), 'ms', 'bare Cesium page, same tilesets', median(bareCold), note),
    compare('frame while both cameras turn', median(frame), 'ms', 'bare Cesium page, same tilesets', median(bareFrame), note),
  ]
}

async function benchRecolour(bench: Bench): Promise<BenchRow[]> {
  const app = await openFresh(bench.browser, appAddress(bench, { layout: LARGER_CITY, cameras: forEveryCity(() => ABOVE) }))
  await timeUntil(app.page, isAppReady)
  // The first layer also reads the table, which is not recolouring.
  await chooseLayer(app.page, 'Use')
  const ours: number[] = []
  for (const name of ['Height', 'Heat demand', 'Height']) {
    ours.push(await timeMainThread(app.page, () => chooseLayer(app.page, name), RECOLOUR_WINDOW_MILLISECONDS))
  }
  await app.context.close()
  const bare = await openFresh(bench.browser, bareAddress(bench, ABOVE, `&cities=${LARGER_CITY}&error=${EVERY_TILE_ERROR}`))
  await timeUntil(bare.page, isBareReady)
  const theirs: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    theirs.push(
      await timeMainThread(
        bare.page,
        () =>
          bare.page.evaluate(() => {
            ;(globalThis as unknown as { bare: { applyConditions: () => void } }).bare.applyConditions()
          }),
        RECOLOUR_WINDOW_MILLISECONDS,
      ),
    )
  }
  await bare.context.close()
  return [
    compare(
      'recolour every building of the larger city, main thread',
      median(ours),
      'ms',
      'Cesium3DTileStyle conditions',
      median(theirs),
      'the app colours all, loaded or not; over what each page spends at rest',
    ),
  ]
}

/** Chooses the colour of buildings, and waits until the legend shows it. */
async function chooseLayer(page: Page, name: string): Promise<void> {
  await page
    .locator('label', { hasText: new RegExp(`^${name}$`) })
    .first()
    .click()
  await page.locator('.legend-title', { hasText: name }).first().waitFor()
}

/** After the first view stands: layers, a move, a search. */
async function benchLongTasks(bench: Bench): Promise<BenchRow> {
  const { context, page } = await openFresh(bench.browser, appAddress(bench, {}))
  await timeUntil(page, isAppReady)
  await watchLongTasks(page)
  for (const name of ['Height', 'Use', 'Heat demand']) {
    await markStep(page, name)
    await chooseLayer(page, name)
  }
  for (const key of ['ArrowUp', '+', 'e']) {
    await markStep(page, key)
    await page.locator('.city-view').first().press(key)
  }
  await markStep(page, 'search')
  await page.getByRole('combobox', { name: 'Search the cities' }).fill('kallio')
  await page.locator('.search-hit').first().waitFor()
  await page.waitForTimeout(2000)
  const tasks = await readLongTasks(page)
  await context.close()
  const longest = tasks.toSorted((a, b) => b.milliseconds - a.milliseconds)[0]
  const long = tasks.filter(({ milliseconds }) => milliseconds > LONG_TASK_MILLISECONDS)
  return {
    ...compare(
      `tasks over ${LONG_TASK_MILLISECONDS} ms after load`,
      long.length,
      'tasks',
      `tasks over ${LEAST_LONG_TASK_MILLISECONDS} ms`,
      tasks.length,
    ),
    note: `longest ${longest === undefined ? 'under 50 ms' : `${Math.round(longest.milliseconds)} ms (${longest.step})`}; three layers, three moves, a search`,
  }
}

function compare(name: string, value: number, unit: string, rival: string, rivalValue: number, note?: string): BenchRow {
  return { name, value, unit, rival, rivalValue, ratio: value / rivalValue, ...(note === undefined ? {} : { note }) }
}
