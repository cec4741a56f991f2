import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { RECOVERY_WAITS } from '../../src/scene/recovery.ts'
import { expectQuiet } from './expect-quiet.ts'
import { canvasOf, openApp, photographWhenStill, queryOf, waitForScenes, type OpenApp } from './open-app.ts'
import { shareOfDifference } from './pixels.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS

describe('a view whose graphics context is lost', () => {
  let app: OpenApp
  // A layer of buildings, so that the legend is as large as it gets; the smallest desktop.
  beforeAll(async () => {
    app = await openApp({ query: queryOf({ buildingLayer: 'building-height' }), viewport: { width: 1024, height: 640 } })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  /** Takes the context away, and waits until the view stands on another canvas, or says that it gave up. */
  async function lose(cityId: CityId): Promise<void> {
    const canvas = await canvasOf(app.page, cityId).elementHandle()
    await canvas?.evaluate((element) =>
      (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
    )
    await app.page.waitForFunction(
      ([old, id]) =>
        (!(old as Element).isConnected && document.querySelector(`[data-city="${id}"] canvas`) !== null) ||
        document.querySelector('.view-failed') !== null,
      [canvas, cityId] as const,
      { timeout: 90_000, polling: 100 },
    )
  }

  test('is built anew by itself, and shows what it showed', async () => {
    const before = await photographWhenStill(app.page, FIRST)
    await lose(FIRST)
    await waitForScenes(app.page)
    expect(shareOfDifference(before, await photographWhenStill(app.page, FIRST))).toBeLessThan(0.005)
    expect(await app.page.locator('.view-failed').count()).toBe(0)
  })

  test('gives up in the end, and what it offers can be pressed', async () => {
    for (let losses = 0; losses <= RECOVERY_WAITS.length; losses++) await lose(SECOND)
    const retry = app.page.getByRole('button', { name: 'Try again' })
    await retry.waitFor()
    const isOnTop = await retry.evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect()
      const corners = [
        [0.05, 0.1],
        [0.95, 0.1],
        [0.5, 0.5],
        [0.05, 0.9],
        [0.95, 0.9],
      ] as const
      return corners.every(([x, y]) => button.contains(document.elementFromPoint(left + width * x, top + height * y)))
    })
    expect(isOnTop).toBe(true)
    await retry.click()
    await waitForScenes(app.page)
    expect(await app.page.locator('.view-failed').count()).toBe(0)
  })

  test('was taken down and built without an error', () => expectQuiet(app))
})

test('a view that is taken down while it loads leaves no error behind', async () => {
  const app = await openApp({ waitForScenes: false })
  for (const cityId of CITY_IDS) await canvasOf(app.page, cityId).waitFor()
  for (const cityId of CITY_IDS) {
    await canvasOf(app.page, cityId).evaluate((element) =>
      (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
    )
  }
  await waitForScenes(app.page)
  expectQuiet(app)
  await app.context.close()
})
