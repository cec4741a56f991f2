import { chromium } from 'playwright-core'
import { createImportService } from '../../src/io/imports/import-service.ts'
import { launchBrowser, serveApp } from '../e2e/server.ts'
import { buildAppIfStale } from '../../src/pipeline/build-app.ts'
import { ROOT } from '../house/list-files.ts'
import type { BenchRow } from './bench-row.ts'
import { LEAST_LONG_TASK_MILLISECONDS, median, readLongTasks, watchLongTasks } from './measure-page.ts'

const MOST_BYTES = 100_000_000
const ROUNDS = 3

/**
 * A GeoJSON of just under 100 MB, from the file to the layer's arrays, against `JSON.parse` of the same
 * text; and in the page the longest block of the main thread while the file is opened and drawn.
 */
export async function benchImports(): Promise<{ readonly rows: readonly BenchRow[]; readonly browserVersion: string }> {
  const text = writeBuildings(MOST_BYTES)
  const file = new Blob([text])
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(
      await time(async () => {
        JSON.parse(text)
      }),
    )
    ours.push(
      await time(async () => {
        const outcome = await createImportService().open(file, { id: 'bench', name: 'large.geojson', credit: null, colour: '#8e5bb5' })
        if (outcome.kind !== 'layer') throw new Error(`The file came to ${outcome.kind}`)
      }),
    )
  }
  const [value, rivalValue] = [median(ours), median(plain)]
  const opened: BenchRow = {
    name: 'open 100 MB of GeoJSON: read, check, place',
    value,
    unit: 'ms',
    rival: 'JSON.parse of its text',
    rivalValue,
    ratio: value / rivalValue,
  }
  const { longest, browserVersion } = await measureBlock()
  const block: BenchRow = {
    name: 'longest main-thread task while 100 MB open',
    value: longest,
    unit: 'ms',
    rival: 'the limit',
    rivalValue: 100,
    ratio: longest / 100,
    note: 'drawing of both views included; browsers report tasks from 50 ms on',
  }
  return { rows: [opened, block], browserVersion }
}

async function measureBlock(): Promise<{ readonly longest: number; readonly browserVersion: string }> {
  await buildAppIfStale(ROOT, console.log)
  const { server, origin } = await serveApp()
  const launched = await launchBrowser()
  try {
    const browser = await chromium.connect(launched.wsEndpoint())
    const page = await browser.newPage({ viewport: { width: 1024, height: 640 }, reducedMotion: 'reduce' })
    await page.addInitScript(() => localStorage.setItem('kaksik.welcomed', '1'))
    await page.goto(`${origin}/`)
    await page.waitForFunction(
      () => {
        const { __kaksik: probe } = globalThis as unknown as { __kaksik?: { scenes?: Record<string, { tilesLoaded: boolean }> } }
        const scenes = Object.values(probe?.scenes ?? {})
        return scenes.length > 0 && scenes.every(({ tilesLoaded }) => tilesLoaded)
      },
      undefined,
      { timeout: 300_000, polling: 250 },
    )
    // Made in the page: the browser is driven over a socket, which takes no file of this size.
    await page.evaluate(`globalThis.largeFile = new File([(${writeBuildings.toString()})(${MOST_BYTES})], 'large.geojson')`)
    await page.waitForTimeout(5000)
    await watchLongTasks(page)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add((globalThis as unknown as { largeFile: File }).largeFile)
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await page.locator('.own-layer').waitFor({ timeout: 300_000 })
    await page.waitForTimeout(5000)
    return {
      longest: Math.max(LEAST_LONG_TASK_MILLISECONDS, ...(await readLongTasks(page)).map(({ milliseconds }) => milliseconds)),
      browserVersion: browser.version(),
    }
  } finally {
    await launched.close()
    await server.close()
  }
}

async function time(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Buildings of seven corners about the first city, the same in every run. */
function writeBuildings(mostBytes: number): string {
  let state = 1
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647
  const round = (value: number) => Math.round(value * 1e7) / 1e7
  const parts = ['{"type":"FeatureCollection","features":[']
  let bytes = 40
  for (let index = 0; bytes < mostBytes - 500; index++) {
    const [x, y, w, h] = [24.8 + random() * 0.4, 60.12 + random() * 0.15, 0.0002 + random() * 0.0004, 0.0001 + random() * 0.0002]
    const ring = [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x + w / 2, y + h],
      [x + w / 2, y + h / 2],
      [x, y + h / 2],
      [x, y],
    ]
    const part = `${index === 0 ? '' : ','}${JSON.stringify({
      type: 'Feature',
      id: index,
      properties: { name: `Talo ${index}`, height: Math.round(random() * 300) / 10, use: 'apartments' },
      geometry: { type: 'Polygon', coordinates: [ring.map((point) => point.map(round))] },
    })}`
    parts.push(part)
    bytes += part.length
  }
  parts.push(']}')
  return parts.join('')
}
