import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { expectQuiet } from './expect-quiet.ts'
import { openApp, photographWhenStill, waitForState, type OpenApp } from './open-app.ts'
import { meanLightness, shareOfDifference, type Pixels } from './pixels.ts'

describe('layers', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp()
  })
  afterAll(async () => {
    await app?.context.close()
  })

  const photographs = async () => {
    const all: Pixels[] = []
    for (const cityId of CITY_IDS) all.push(await photographWhenStill(app.page, cityId))
    return all
  }
  /** Does something, and asks that both scenes look otherwise after it. */
  async function expectChange(least: number, action: () => Promise<void>): Promise<void> {
    const before = await photographs()
    await action()
    await expect
      .poll(
        async () => {
          const after = await photographs()
          return Math.min(...after.map((pixels, index) => shareOfDifference(before[index] ?? pixels, pixels)))
        },
        { timeout: 90_000 },
      )
      .toBeGreaterThan(least)
  }
  const choose = (name: string) =>
    app.page
      .locator('label', { hasText: new RegExp(`^${name}$`) })
      .first()
      .click()
  const legend = () => app.page.getByRole('region', { name: 'Legend' })

  test.each([
    ['Height', 'building-height', /Height[\s\S]*\bm\b/],
    ['Use', 'building-use', /Use[\s\S]*Apartments/],
    ['Year built', 'building-year', /Year built[\s\S]*Before 1900/],
    ['Heat demand', 'building-heat', /Heat demand[\s\S]*kWh\/m²/],
    ['Solar power on roofs', 'building-solar', /Solar power on roofs[\s\S]*kWh\/m²/],
  ] as const)('%s colours the buildings of both cities, and the legend says how', async (name, id, text) => {
    await expectChange(0.02, () => choose(name))
    await waitForState(app.page, ({ buildingLayer }) => buildingLayer === id, `${id} is chosen`)
    await expect.poll(() => legend().innerText()).toMatch(text)
    await expect.poll(() => legend().innerText()).toMatch(/no data/)
  })

  test('a scale for each city splits the legend', async () => {
    await choose('Height')
    await expect.poll(() => legend().innerText()).toMatch(/Height/)
    await choose('Each its own')
    await waitForState(app.page, ({ scaleMode }) => scaleMode === 'per-city', 'each city has its own scale')
    await expect.poll(() => legend().innerText()).toMatch(/Helsinki[\s\S]*Tallinn/)
    await choose('One for all')
  })

  test.each([
    ['Public transport lines', 'transit-lines'],
    ['Stops by departures', 'transit-stops'],
  ] as const)('%s lie on the map', async (name, id) => {
    await expectChange(0.002, () => choose(name))
    await waitForState(app.page, ({ overlays }) => overlays.includes(id), `${id} shows`)
    await expect.poll(() => legend().innerText()).toMatch(/departures|Tram/i)
    await choose(name)
  })

  test.each([
    ['Districts by a figure', 'district-measure'],
    ['Population grid', 'population-grid'],
  ] as const)('%s colours the ground', async (name, id) => {
    await expectChange(0.05, async () => {
      await app.page.getByRole('button', { name: /Colour of areas/ }).click()
      await app.page.getByRole('option', { name }).click()
    })
    await waitForState(app.page, ({ areaLayer }) => areaLayer === id, `${id} is chosen`)
  })

  test('the sun of another time casts other shadows, in both cities', async () => {
    await choose('Shadows')
    await waitForState(app.page, ({ shadows }) => shadows, 'shadows are on')
    await expectChange(0.02, async () => {
      const slider = app.page.getByRole('slider', { name: /Time of day/ })
      await slider.focus()
      for (let press = 0; press < 2; press++) await app.page.keyboard.press('PageUp')
    })
    const state = await waitForState(app.page, ({ shadows }) => shadows, 'shadows are on')
    await expectChange(0.02, async () => {
      const month = app.page.getByRole('spinbutton', { name: /month/i })
      await month.focus()
      await app.page.keyboard.press('ArrowUp')
      await app.page.keyboard.press('ArrowUp')
    })
    await waitForState(app.page, ({ date }) => date !== state.date, 'the date changed')
    await choose('Shadows')
  })

  test('the dark theme is dark, on the map too', async () => {
    const light = await photographs()
    await app.page.getByRole('button', { name: /^Appearance:/ }).click()
    await app.page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect
      .poll(
        async () => {
          const dark = await photographs()
          return Math.min(...dark.map((pixels, index) => meanLightness(light[index] ?? pixels) - meanLightness(pixels)))
        },
        { timeout: 90_000 },
      )
      .toBeGreaterThan(30)
  })

  test('came without a request elsewhere, an error or a warning of the policy', () => expectQuiet(app))
})
