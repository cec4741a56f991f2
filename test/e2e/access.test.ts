import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { openApp, waitForState, type OpenApp } from './open-app.ts'

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing to mend', (colorScheme) => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ colorScheme, viewport: { width: 1280, height: 800 }, waitForScenes: false, keepWelcome: true })
  })
  afterAll(async () => {
    await app?.context.close()
  })
  const press = (name: string | RegExp) => app.page.getByRole('button', { name }).first().click()

  test('on the first visit', async () => {
    await app.page.getByRole('button', { name: 'Look around' }).waitFor()
    expect(await findViolations(app)).toEqual([])
    await press('Look around')
  })

  test('with the panels as they stand', async () => {
    await app.page.getByText('Colour of buildings').waitFor()
    expect(await findViolations(app)).toEqual([])
  })

  test('with a layer of areas, its legend and the assumptions of the heat model', async () => {
    await app.page
      .locator('label', { hasText: /^Heat demand$/ })
      .first()
      .click()
    await app.page.getByRole('button', { name: /Colour of areas/ }).click()
    expect(await findViolations(app)).toEqual([])
    await app.page.getByRole('option', { name: 'Districts by a figure' }).click()
    await press(/Assumptions of the heat model/)
    await app.page.getByText('None of these is measured').waitFor()
    expect(await findViolations(app)).toEqual([])
  })

  test('with search results and a card', async () => {
    await app.page.getByRole('combobox', { name: 'Search the cities' }).fill('kallio')
    await app.page.locator('.search-hit').first().waitFor()
    expect(await findViolations(app)).toEqual([])
    await app.page.locator('.search-hit').first().click()
    await app.page.getByRole('complementary', { name: 'Details' }).getByText('Source').first().waitFor()
    expect(await findViolations(app)).toEqual([])
  })

  test.each([[/^Language:/], [/^Appearance:/], [/^Show:/]])('with the menu %s', async (name) => {
    await press(name)
    await app.page.getByRole('menu').waitFor()
    expect(await findViolations(app)).toEqual([])
    await app.page.keyboard.press('Escape')
  })

  test.each(['What this is', 'Data and licences', 'Keyboard', 'Methods'])('with the page "%s" of the help', async (tab) => {
    const dialog = app.page.getByRole('dialog', { name: 'About Kaksik' })
    if (!(await dialog.isVisible())) await press('About and help')
    await dialog.getByRole('tab', { name: tab }).click()
    expect(await findViolations(app)).toEqual([])
  })

  test('with all credits', async () => {
    await app.page.keyboard.press('Escape')
    await press('All credits')
    await app.page.getByRole('dialog').waitFor()
    expect(await findViolations(app)).toEqual([])
    await app.page.keyboard.press('Escape')
    expectQuiet(app)
  })
})

describe('the keyboard alone', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ waitForScenes: false, keepWelcome: true })
  })
  afterAll(async () => {
    await app?.context.close()
  })
  const focused = () =>
    app.page.evaluate(() => {
      const element = document.activeElement
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
    })
  /** Presses Tab until the focus is on what is named so. Throws when it comes round without. */
  async function tabTo(name: RegExp): Promise<void> {
    const seen: string[] = []
    for (let press = 0; press < 80; press++) {
      const now = await focused()
      if (name.test(now)) return
      seen.push(now)
      await app.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${name}: ${[...new Set(seen)].join(' | ')}`)
  }

  test('gets past the first visit', async () => {
    await app.page.getByRole('button', { name: 'Look around' }).waitFor()
    await tabTo(/^Look around$/)
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('button', { name: 'Look around' }).waitFor({ state: 'detached' })
    expect(await app.page.getByRole('button', { name: 'Look around' }).count()).toBe(0)
  })

  test('searches, chooses and closes', async () => {
    await app.page.keyboard.press('/')
    await app.page.keyboard.type('kallio')
    await app.page.locator('.search-hit').first().waitFor()
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('Enter')
    await waitForState(app.page, ({ selection }) => selection !== null, 'something is selected')
    await tabTo(/^Close details$/)
    await app.page.keyboard.press('Enter')
    await waitForState(app.page, ({ selection }) => selection === null, 'nothing is selected')
  })

  test('unlinks the views, and changes the layer', async () => {
    await tabTo(/^Link the views$/)
    await app.page.keyboard.press('Space')
    await waitForState(app.page, ({ linked }) => !linked, 'the views are unlinked')
    await app.page.keyboard.press('Space')
    await waitForState(app.page, ({ linked }) => linked, 'the views are linked')
    await app.page.getByRole('radio', { checked: true }).first().focus()
    await app.page.keyboard.press('ArrowDown')
    await waitForState(app.page, ({ buildingLayer }) => buildingLayer !== 'building-plain', 'another layer is chosen')
    expectQuiet(app)
  })
})
