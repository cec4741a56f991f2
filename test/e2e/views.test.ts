import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CameraPose } from '../../src/cities/city.ts'
import { HOME_POSE } from '../../src/cities/home.ts'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { equalPoses } from '../../src/state/camera-pose.ts'
import { expectQuiet } from './expect-quiet.ts'
import {
  canvasOf,
  countDraws,
  openApp,
  photograph,
  photographWhenStill,
  readScenes,
  viewOf,
  waitForScenes,
  waitForState,
  type OpenApp,
} from './open-app.ts'
import { shareOfDifference } from './pixels.ts'

const FIRST = CITY_IDS[0]

describe('the twin views', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp()
  })
  afterAll(async () => {
    await app?.context.close()
  })

  /** Poses as the scenes have them, not as the address says: while linked that holds only one. */
  async function readPoses(): Promise<CameraPose[]> {
    const scenes = await readScenes(app.page)
    return CITY_IDS.map((id) => {
      const pose = scenes[id]?.pose
      if (pose === undefined) throw new Error(`The scene of ${id} says no pose`)
      return pose
    })
  }
  const moved = (before: readonly CameraPose[]) => async () =>
    (await readPoses()).map((pose, index) => !equalPoses(pose, before[index] ?? pose))
  async function expectEqualPoses(): Promise<void> {
    await app.page.waitForTimeout(1000)
    const [first, ...others] = await readPoses()
    for (const pose of others) expect(pose).toEqual(asClose(first))
  }
  const asClose = (pose: CameraPose | undefined) =>
    Object.fromEntries(Object.entries(pose ?? {}).map(([name, value]) => [name, expect.closeTo(value, 1)]))

  async function drag(cityId: CityId): Promise<void> {
    const box = await canvasOf(app.page, cityId).boundingBox()
    if (box === null) throw new Error('no view')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await app.page.mouse.move(x, y)
    await app.page.mouse.down()
    await app.page.mouse.move(x - 40, y + 30, { steps: 4 })
    await app.page.mouse.up()
  }

  test('show buildings of both cities', async () => {
    const empty = await openApp({ block: /\/tilesets\//, waitForScenes: false })
    for (const cityId of CITY_IDS) {
      const bare = await photographWhenStill(empty.page, cityId)
      const full = await photographWhenStill(app.page, cityId)
      expect(shareOfDifference(bare, full), `pixels of ${cityId} that only buildings explain`).toBeGreaterThan(0.03)
    }
    expect(empty.strangers).toEqual([])
    await empty.context.close()
  })

  test('show two different cities', async () => {
    const [first, second] = await Promise.all(CITY_IDS.slice(0, 2).map((cityId) => photograph(app.page, cityId)))
    if (first === undefined || second === undefined) throw new Error('two cities were expected')
    expect(shareOfDifference(first, second)).toBeGreaterThan(0.2)
  })

  test.each(CITY_IDS)('move together when %s is dragged', async (cityId) => {
    const before = await readPoses()
    await drag(cityId)
    await expect.poll(moved(before)).toEqual([true, true])
    await expectEqualPoses()
    const [pose] = await readPoses()
    await waitForState(
      app.page,
      ({ cameras }) => Math.abs(cameras[cityId].northMetres - (pose?.northMetres ?? NaN)) < 1,
      'the camera is there',
    )
    await waitForScenes(app.page)
  })

  test.each([['ArrowUp'], ['ArrowLeft'], ['+'], ['-'], ['q'], ['e']])('obey the key %s', async (key) => {
    const before = await readPoses()
    await viewOf(app.page, FIRST).focus()
    await app.page.keyboard.press(key)
    await expect.poll(moved(before)).toEqual([true, true])
    await expectEqualPoses()
  })

  test('go home', async () => {
    await app.page.keyboard.press('Home')
    await expect.poll(readPoses).toEqual([asClose(HOME_POSE), asClose(HOME_POSE)])
  })

  test('move alone when unlinked, and together again', async () => {
    await app.page.getByRole('button', { name: 'Link the views' }).click()
    await waitForState(app.page, ({ linked }) => !linked, 'the views are unlinked')
    const before = await readPoses()
    await drag(FIRST)
    await expect.poll(moved(before)).toEqual([true, false])
    await app.page.getByRole('button', { name: 'Link the views' }).click()
    await waitForState(app.page, ({ linked }) => linked, 'the views are linked again')
    await expect.poll(moved(before)).toEqual([true, true])
    await expectEqualPoses()
  })

  test('stand alone and change places', async () => {
    const layouts = app.page.getByRole('button', { name: /^Show:/ })
    await layouts.click()
    await app.page.getByRole('menuitemradio', { name: 'Only Tallinn' }).click()
    await waitForState(app.page, ({ layout }) => layout === 'tallinn', 'only one city shows')
    await expect.poll(() => canvasOf(app.page, 'helsinki').isVisible()).toBe(false)
    await layouts.click()
    await app.page.getByRole('menuitemradio', { name: 'All cities' }).click()
    const left = async () => Promise.all(CITY_IDS.map(async (id) => (await canvasOf(app.page, id).boundingBox())?.x ?? -1))
    await waitForState(app.page, ({ layout }) => layout === 'all', 'both cities show')
    await expect.poll(left).toEqual([0, expect.closeTo(512, -1)])
    await app.page.getByRole('button', { name: 'Reverse the order of the cities' }).click()
    await expect.poll(left).toEqual([expect.closeTo(512, -1), 0])
    await app.page.getByRole('button', { name: 'Reverse the order of the cities' }).click()
  })

  test('draw nothing while nothing changes', async () => {
    await waitForScenes(app.page)
    for (const cityId of CITY_IDS) await photographWhenStill(app.page, cityId)
    await expect.poll(() => countDraws(app.page, 2000), { timeout: 60_000 }).toBe(0)
    expect(await countDraws(app.page, 3000)).toBe(0)
    await viewOf(app.page, FIRST).press('ArrowUp')
    expect(await countDraws(app.page, 3000)).toBeGreaterThan(0)
  })

  test('came without a request elsewhere, an error or a warning of the policy', () => expectQuiet(app))
})
