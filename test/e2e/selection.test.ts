import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { expectQuiet } from './expect-quiet.ts'
import { findBuilding } from './find-building.ts'
import { canvasOf, openApp, queryOf, waitForScenes, waitForState, type OpenApp } from './open-app.ts'

const card = (app: OpenApp) => app.page.getByRole('complementary', { name: 'Details' })

/** A building of each city whose name and height are public knowledge. */
const KNOWN: Readonly<Record<CityId, string>> = { helsinki: 'Helsingin tuomiokirkko', tallinn: 'Oleviste kirik' }

describe.each(CITY_IDS)('pointing at a building of %s', (cityId) => {
  let app: OpenApp
  afterAll(async () => {
    await app?.context.close()
  })

  test('shows its card: name, height, what is estimated and from where', async () => {
    const building = await findBuilding(cityId, KNOWN[cityId])
    const cameras = Object.fromEntries(CITY_IDS.map((id) => [id, building.poseAbove])) as Record<CityId, typeof building.poseAbove>
    app = await openApp({ query: queryOf({ cameras }) })
    await canvasOf(app.page, cityId).click()
    const { selection } = await waitForState(app.page, (state) => state.selection !== null, 'something is selected')
    expect(`${selection?.cityId} ${selection?.kind} ${selection?.id}`).toBe(`${cityId} building ${building.id}`)
    await expect.poll(() => card(app).innerText()).toContain(building.name)
    const text = await card(app).innerText()
    expect(text).toMatch(/Height/)
    expect(text.replace(/\s/g, ' ')).toContain(new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(building.heightMetres))
    expect(text).toMatch(/Footprint area/)
    expect(text).toMatch(/about|estimated|modelled/i)
  })

  test('is undone by closing the card', async () => {
    await card(app).getByRole('button', { name: 'Close details' }).click()
    await waitForState(app.page, ({ selection }) => selection === null, 'nothing is selected')
    expectQuiet(app)
  })
})

describe('search', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp()
  })
  afterAll(async () => {
    await app?.context.close()
  })

  async function search(words: string): Promise<string> {
    const box = app.page.getByRole('combobox', { name: 'Search the cities' })
    await box.fill('')
    await box.fill(words)
    const results = app.page.getByRole('listbox')
    // The line that says "Loading" is an option too, for those who hear the list.
    await results.locator('.search-hit').first().waitFor()
    return results.innerText()
  }

  test.each([
    ['a district, written right', 'Töölö', /Töölö/],
    ['a district, without its dots', 'toolo', /Töölö/],
    ['a district of the other city', 'Põhja-Tallinn', /Põhja-Tallinn/],
    ['the same, as it can be typed anywhere', 'pohja-tallinn', /Põhja-Tallinn/],
    ['a street', 'Mannerheimintie', /Mannerheimintie/],
    ['a street of the other city', 'narva maantee', /Narva mnt/],
    ['a landmark', 'oleviste', /Oleviste/],
    ['a letter with a caron', 'Siselinna kalmistu', /Siselinna/],
  ])('finds %s', async (_, words, expected) => {
    await expect.poll(() => search(words)).toMatch(expected)
  })

  test('says so when there is nothing', async () => {
    await app.page.getByRole('combobox', { name: 'Search the cities' }).fill('qqxzy')
    await app.page.getByText('Nothing found for “qqxzy”').first().waitFor()
    expect(await app.page.locator('.search-hit').count()).toBe(0)
  })

  test('flies to what was chosen, and opens its card', async () => {
    await search('Kalamaja')
    await app.page
      .getByRole('option', { name: /^Kalamaja/ })
      .first()
      .click()
    const { selection } = await waitForState(app.page, (state) => state.selection !== null, 'something is selected')
    expect(selection).toMatchObject({ cityId: 'tallinn', kind: 'district' })
    await expect.poll(() => card(app).innerText()).toMatch(/Kalamaja[\s\S]*Residents/)
    await waitForState(
      app.page,
      ({ cameras }) => {
        // Kalamaja lies about a kilometre north-west of the Town Hall square.
        const { eastMetres, northMetres } = cameras.tallinn
        return Math.hypot(eastMetres, northMetres) < 8000 && northMetres > -6000
      },
      'the camera is near Kalamaja',
    )
    await waitForScenes(app.page)
    expectQuiet(app)
  })
})
