import { afterEach, describe, expect, test } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { openApp, photographWhenStill, queryOf, readNotices, readState, waitForState, type OpenApp } from './open-app.ts'
import { shareOfDifference } from './pixels.ts'

const open: OpenApp[] = []
async function openAndKeep(...options: Parameters<typeof openApp>): Promise<OpenApp> {
  const app = await openApp(...options)
  open.push(app)
  return app
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.context.close()
})

describe('the address', () => {
  test('opens the same view in a fresh browser', async () => {
    const pose = { eastMetres: 300, northMetres: -1200, heightMetres: 900, headingDegrees: 20, pitchDegrees: -40 }
    const cameras = Object.fromEntries(CITY_IDS.map((id) => [id, pose])) as Record<CityId, typeof pose>
    const first = await openAndKeep({
      query: queryOf({
        cameras,
        buildingLayer: 'building-use',
        areaLayer: 'population-grid',
        overlays: ['transit-lines'],
        scaleMode: 'per-city',
        date: '2026-03-20',
        minutes: 1005,
        shadows: true,
        language: 'en',
        theme: 'light',
      }),
    })
    await first.page.getByRole('button', { name: 'Zoom in' }).first().click()
    const state = await waitForState(first.page, (now) => now.cameras.helsinki.heightMetres < 880, 'the camera is nearer')
    const second = await openAndKeep({ query: new URL(first.page.url()).search })
    expect(readState(second.page)).toEqual(readState(first.page))
    expect(readState(second.page)).toMatchObject({ buildingLayer: state.buildingLayer, minutes: 1005, date: '2026-03-20', shadows: true })
    for (const cityId of CITY_IDS) {
      const [a, b] = [await photographWhenStill(first.page, cityId), await photographWhenStill(second.page, cityId)]
      expect(shareOfDifference(a, b, 24), `${cityId} looks the same`).toBeLessThan(0.02)
    }
    open.forEach(expectQuiet)
  })

  test('with an unknown value falls back, and says so', async () => {
    const plain = await openAndKeep({ waitForScenes: false })
    const expected = readState(plain.page)
    const good = new URLSearchParams(queryOf({ buildingLayer: 'building-use', date: '2026-03-20' }).slice(1))
    const bad = new URLSearchParams([...good].map(([name]) => [name, 'nonsense-%%%']))
    const app = await openAndKeep({ query: `?${bad}`, waitForScenes: false })
    await expect.poll(() => readNotices(app.page), { timeout: 60_000 }).toMatch(/had a value that is not known/)
    const { buildingLayer, date } = readState(app.page)
    expect({ buildingLayer, date }).toEqual({ buildingLayer: expected.buildingLayer, date: expected.date })
    expectQuiet(app)
  })

  test('with a place that the data do not have selects nothing, says so, and loses it', async () => {
    const app = await openAndKeep({ query: '?lang=en&sel=tallinn:district:unknown', waitForScenes: false })
    await expect.poll(() => readNotices(app.page), { timeout: 60_000 }).toMatch(/a place that is not known \(unknown\)/)
    await waitForState(app.page, (state) => state.selection === null && !app.page.url().includes('sel='), 'nothing is selected')
    expectQuiet(app)
  })

  test('that asks for online sources reaches nobody before the user says so', async () => {
    const app = await openAndKeep({ query: '?lang=en&online-map=1&online-model=1' })
    const question = app.page.getByRole('region', { name: 'Switch on what the link asks for?' })
    await question.waitFor()
    expect(await findViolations(app)).toEqual([])
    expectQuiet(app)
    await question.getByRole('button', { name: 'Switch on' }).click()
    await question.waitFor({ state: 'detached' })
    await expect.poll(() => app.strangers.length, { timeout: 60_000 }).toBeGreaterThan(0)
    expect(readState(app.page)).toMatchObject({ onlineBaseMap: true, onlineModel: true })
  })

  test.each([
    ['suomi', 'fi', 'Korkeus'],
    ['eesti', 'et', 'Kõrgus'],
    ['svenska', 'sv', 'Höjd'],
  ] as const)('holds the language %s', async (name, language, word) => {
    const app = await openAndKeep({ waitForScenes: false })
    await app.page.getByRole('button', { name: /^Language:/ }).click()
    await app.page.getByRole('menuitemradio', { name }).click()
    await waitForState(app.page, (state) => state.language === language, `the language is ${language}`)
    await app.page.getByText(word, { exact: true }).first().waitFor()
    await expect.poll(() => app.page.locator('html').getAttribute('lang')).toBe(language)
    expectQuiet(app)
  })
})
