import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CameraPose } from '../../src/cities/city.ts'
import { cityById } from '../../src/cities/index.ts'
import { forEveryCity } from '../../src/state/defaults.ts'
import { ROOT } from '../house/list-files.ts'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { canvasOf, openApp, photograph, photographWhenStill, queryOf, type OpenApp } from './open-app.ts'
import { shareOfDifference } from './pixels.ts'

const FOLDER = join(ROOT, 'test/fixtures/imports')

/** Drops a file on the page, as a hand would. */
async function dropOn({ page }: OpenApp, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], fileName))
      return data
    },
    { fileName: name, bytes: content.toString('base64') },
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await page.getByText('Drop the file to show it on the map').waitFor()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}

describe.each(['light', 'dark'] as const)('own data, in the %s theme', (colorScheme) => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ colorScheme, viewport: { width: 1280, height: 900 }, waitForScenes: false })
    await section().getByRole('button', { name: 'Open a file' }).waitFor()
  })
  afterAll(async () => {
    await app?.context.close()
  })

  const section = () => app.page.getByRole('group', { name: 'Own data' })
  const layers = () => app.page.getByRole('list', { name: 'Own layers' }).locator('.own-layer')

  const drop = (name: string): Promise<void> => dropOn(app, name, readFileSync(join(FOLDER, name)))

  test.each([
    ['good.geojson', 3],
    ['good.csv', 2],
    ['good.zip', 2],
    ['good.fgb', 3],
  ] as const)('%s becomes a layer', async (name, count) => {
    await drop(name)
    await layers().filter({ hasText: name }).waitFor()
    await expect.poll(() => layers().filter({ hasText: name }).innerText()).toContain(`${count} features`)
  })

  test('a broken file says why, and axe finds nothing to mend', async () => {
    await drop('truncated-in-first.geojson')
    await section()
      .getByText(/truncated-in-first\.geojson, byte 70: The file ends too early/)
      .waitFor()
    expect(await findViolations(app)).toEqual([])
    await section()
      .getByRole('button', { name: /^Close the remarks on truncated-in-first/ })
      .click()
    await expect.poll(() => section().innerText()).not.toContain('truncated-in-first')
  })

  test('HTML in a name stays text', async () => {
    await drop('html-in-name.geojson')
    await layers().filter({ hasText: 'html-in-name' }).waitFor()
    expect(await app.page.locator('img[src="x"]').count()).toBe(0)
  })

  test('a file without a coordinate system is asked for, by the keyboard too', async () => {
    await drop('crs-missing.geojson')
    const dialog = app.page.getByRole('dialog', { name: 'Which coordinates are these?' })
    await dialog.getByText('The data would land in Helsinki.').waitFor()
    expect(await findViolations(app)).toEqual([])
    await dialog.getByRole('radio', { checked: true }).focus()
    await app.page.keyboard.press('ArrowDown')
    await expect.poll(() => dialog.getByRole('status').innerText()).not.toContain('in Helsinki')
    await app.page.keyboard.press('ArrowUp')
    await dialog.getByText('The data would land in Helsinki.').waitFor()
    await dialog.getByRole('button', { name: 'Show it there' }).press('Enter')
    await layers().filter({ hasText: 'crs-missing.geojson' }).waitFor()
  })

  test('Escape in the question cancels the file', async () => {
    await drop('metres-without-crs.csv')
    await app.page.getByRole('dialog').waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => section().innerText()).not.toContain('metres-without-crs')
  })

  test('a large file can be cancelled while it is read', async () => {
    const feature = JSON.stringify({ type: 'Feature', properties: { n: 1 }, geometry: { type: 'Point', coordinates: [24.95, 60.17] } })
    const text = `{"type":"FeatureCollection","features":[${Array.from({ length: 400_000 }, () => feature).join(',')}]}`
    // All in the page: what goes to and fro between test and browser takes longer than the reading.
    const share = await app.page.evaluate(async (content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'large.geojson'))
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      const find = () => document.querySelector<HTMLButtonElement>('.own-progress .button')
      while (find() === null) await new Promise(requestAnimationFrame)
      const bar = document.querySelector('.own-progress [role=progressbar]')
      find()?.click()
      return Number(bar?.getAttribute('aria-valuenow'))
    }, text)
    expect(share).toBeLessThan(100)
    await section().locator('.own-progress').waitFor({ state: 'detached' })
    await section().getByRole('button', { name: 'Open a file', disabled: false }).waitFor()
    expect(await layers().filter({ hasText: 'large.geojson' }).count()).toBe(0)
  })

  test('a layer is hidden and removed', async () => {
    await section().getByRole('switch', { name: 'Show good.csv' }).press('Space')
    await expect.poll(() => section().getByRole('switch', { name: 'Show good.csv' }).isChecked()).toBe(false)
    await section().getByRole('button', { name: 'Remove good.csv' }).click()
    await expect.poll(() => layers().filter({ hasText: 'good.csv' }).count()).toBe(0)
    expect(await findViolations(app)).toEqual([])
    expectQuiet(app)
  })
})

describe('own shapes on the map', () => {
  /** Over the sea, straight down: nothing but the map is in view. */
  const ABOVE_SEA: CameraPose = { eastMetres: 0, northMetres: -6000, heightMetres: 3000, headingDegrees: 0, pitchDegrees: -90 }
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ query: queryOf({ cameras: forEveryCity(() => ABOVE_SEA) }) })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  /** A square of one kilometre in the middle of the view of Helsinki. */
  function squareFile(): Buffer {
    const { longitudeDegrees: longitude, latitudeDegrees: latitude } = cityById('helsinki').anchor
    const south = latitude - 6000 / 111_400
    const [halfEast, halfNorth] = [500 / (111_400 * Math.cos((south * Math.PI) / 180)), 500 / 111_400]
    const ring = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x = 0, y = 0]) => [longitude + x * halfEast, south + y * halfNorth])
    const feature = {
      type: 'Feature',
      properties: { title: 'Test field', depth: 12.5 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
    return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
  }

  test('are seen where they lie, show what they hold when clicked, and go', async () => {
    const [sea, otherSea] = [await photographWhenStill(app.page, 'helsinki'), await photographWhenStill(app.page, 'tallinn')]
    await dropOn(app, 'square.geojson', squareFile())
    await app.page.locator('.own-layer').waitFor()
    await expect.poll(async () => shareOfDifference(sea, await photograph(app.page, 'helsinki'), 4)).toBeGreaterThan(0.02)
    expect(shareOfDifference(otherSea, await photographWhenStill(app.page, 'tallinn'), 4)).toBeLessThan(0.001)
    await canvasOf(app.page, 'helsinki').click()
    const aside = app.page.locator('.own-pick')
    await aside.getByText('Test field').waitFor()
    expect(await aside.innerText()).toContain('12.5')
    await aside.press('Escape')
    await app.page.getByRole('button', { name: 'Remove square.geojson' }).click()
    await expect.poll(async () => shareOfDifference(sea, await photograph(app.page, 'helsinki'), 4)).toBeLessThan(0.001)
    expectQuiet(app)
  })
})
