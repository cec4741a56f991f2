import { afterAll, beforeAll, expect, test } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { expectQuiet } from './expect-quiet.ts'
import { findBuilding } from './find-building.ts'
import { findViolations } from './find-violations.ts'
import { canvasOf, openApp, photograph, queryOf, viewOf, type OpenApp } from './open-app.ts'
import { shareOfDifference, type Pixels } from './pixels.ts'

/** The view at the right, which no panel covers. */
const CITY = CITY_IDS.at(-1) as CityId
let app: OpenApp

beforeAll(async () => {
  const church = await findBuilding(CITY, 'Oleviste kirik')
  const pose = { ...church.poseAbove, heightMetres: 300 }
  app = await openApp({
    query: queryOf({ cameras: Object.fromEntries(CITY_IDS.map((id) => [id, pose])) as Record<CityId, typeof pose> }),
    hasTouch: true,
    viewport: { width: 1024, height: 700 },
  })
  await app.page.locator('.scenario-button').click()
  await app.page.getByRole('button', { name: 'New scenario' }).first().click()
}, 120_000)
afterAll(async () => {
  await app?.context.close()
})
// One page for all: a wait that fails early leaves time to the others.
const WAIT = { timeout: 15_000 } as const

/** Begins to draw a building, from whatever the panel shows. */
async function begin(tool: string): Promise<void> {
  await app.page.locator('.scenario-panel').getByRole('tab', { name: 'Add' }).click(WAIT)
  await app.page.getByRole('button', { name: tool }).click()
  await app.page.locator('.tool-bar').waitFor()
}

/** Places about the middle of the view, in CSS pixels. */
async function placesOf(offsets: readonly (readonly [number, number])[]): Promise<readonly (readonly [number, number])[]> {
  const box = await canvasOf(app.page, CITY).boundingBox()
  if (box === null) throw new Error(`The view of ${CITY} does not show`)
  return offsets.map(([x, y]) => [box.x + box.width / 2 + x, box.y + box.height / 2 + y])
}

const isDrawn = () => app.page.locator('.tool-bar').waitFor({ state: 'detached', ...WAIT })
/** Until the picture is another one by this share: the blocks come with the next frames. */
async function expectOther(before: Pixels, least: number): Promise<Pixels> {
  let after = before
  await expect
    .poll(
      async () => {
        after = await photograph(app.page, CITY)
        return shareOfDifference(before, after)
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBeGreaterThan(least)
  return after
}

test('a building is drawn with the mouse, its dimensions live, and a wrong corner is refused with the reason', async () => {
  const before = await photograph(app.page, CITY)
  await begin('Draw a building')
  const [a, b, c, bad] = (await placesOf([
    [-90, 40],
    [30, 40],
    [30, 110],
    [-30, 10],
  ])) as [[number, number], [number, number], [number, number], [number, number]]
  const { mouse } = app.page
  await mouse.click(...a)
  await mouse.move(...b)
  await expect.poll(() => app.page.locator('.tool-figures').innerText()).toMatch(/Edge/)
  await mouse.click(...b)
  await app.page.waitForTimeout(600)
  await mouse.click(...c)
  await app.page.waitForTimeout(600)
  await mouse.click(...bad)
  await app.page.getByText('Edges must not cross').waitFor()
  await mouse.move(a[0], c[1])
  await expect.poll(() => app.page.locator('.tool-figures').innerText()).toMatch(/Gross floor area/)
  expect(await findViolations(app)).toEqual([])
  await mouse.click(a[0], c[1])
  await app.page.getByRole('button', { name: 'Finish' }).click(WAIT)
  await isDrawn()
  await expectOther(before, 0.02)
})

test('with a finger', async () => {
  const before = await photograph(app.page, CITY)
  await begin('Draw a building')
  for (const place of await placesOf([
    [-120, -120],
    [-20, -120],
    [-20, -60],
    [-120, -60],
  ])) {
    await app.page.touchscreen.tap(...place)
    await app.page.waitForTimeout(600)
  }
  await app.page.getByRole('button', { name: 'Finish' }).tap(WAIT)
  await isDrawn()
  await expectOther(before, 0.01)
})

test('with the keyboard alone', async () => {
  const before = await photograph(app.page, CITY)
  await app.page.locator('.scenario-panel').getByRole('tab', { name: 'Add' }).press('Enter')
  await app.page.getByRole('button', { name: 'Draw a building' }).press('Enter')
  await app.page.locator('.tool-bar').waitFor()
  await viewOf(app.page, CITY).focus()
  const { keyboard } = app.page
  await keyboard.press('Space')
  // Each length turns left of the one before: 30 m north, 40 m west, 30 m south, and the last side closes.
  for (const length of ['30', '40', '30']) {
    for (const digit of length) await keyboard.press(digit)
    await keyboard.press('Enter')
  }
  await expect.poll(() => app.page.locator('.tool-figures').innerText()).toMatch(/1,200/)
  await keyboard.press('Enter')
  await isDrawn()
  await expectOther(before, 0.01)
})

test('a building that stands there is removed, and comes back with a step back', async () => {
  const before = await photograph(app.page, CITY)
  await begin('Remove buildings')
  const [place] = (await placesOf([[130, 130]])) as [[number, number]]
  // Whatever stands nearest to the south-east of the church: some building is hit within a few steps.
  await app.page.mouse.click(...place)
  const after = await expectOther(before, 0.001)
  await app.page.getByRole('button', { name: 'Done' }).click(WAIT)
  await isDrawn()
  await app.page.getByRole('button', { name: /^Undo/ }).click()
  await expectOther(after, 0.001)
  expectQuiet(app)
})
