import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_COMPARISON } from '../../src/state/comparison.ts'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { openApp, queryOf, waitForState, type OpenApp } from './open-app.ts'

const drawer = (app: OpenApp) => app.page.getByRole('region', { name: 'Comparing districts' })

describe('measures of the reader and sites', () => {
  let app: OpenApp
  beforeAll(async () => {
    const comparison = { ...DEFAULT_COMPARISON, tab: 'own', size: 'tall', hexagonMetres: 2000 } as const
    app = await openApp({ query: queryOf({ comparison }), viewport: { width: 1280, height: 800 }, waitForScenes: false })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  test('a formula says what is wrong as it is typed, and by keys alone becomes a measure of every district', async () => {
    const { page } = app
    await drawer(app).getByLabel('Name', { exact: true }).fill('Own density')
    const formula = drawer(app).getByLabel('Formula', { exact: true })
    await formula.fill('population + heat-demand')
    await expect.poll(() => drawer(app).locator('.field-error').innerText()).toContain('residents ≠ GWh/a. (character 14)')
    expect(await drawer(app).getByRole('button', { name: 'Add the measure' }).isDisabled()).toBe(true)
    await formula.fill('population / land-area')
    await expect.poll(() => drawer(app).locator('.own-formula').innerText()).toContain('Unit: residents/km²')
    await formula.press('Enter')
    await drawer(app).locator('.district-table .figure-button').first().waitFor()
    await waitForState(page, ({ comparison }) => comparison.own.length === 1, 'the measure is in the state')
    expect(new URL(page.url()).searchParams.get('compare.own')).toBe('Own density = population / land-area')
    await drawer(app).locator('.district-table .figure-button').first().press('Enter')
    await page.getByRole('dialog').getByText('Own density = population / land-area').waitFor()
    expect(await findViolations(app)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('sites are rated by it and by others, the best first', async () => {
    await drawer(app).getByRole('tab', { name: 'Sites', exact: true }).click()
    await drawer(app).getByRole('button', { name: 'Rate the sites' }).press('Enter')
    await drawer(app).locator('.site-ratings tbody tr').first().waitFor({ timeout: 60_000 })
    const scores = await drawer(app).locator('.site-ratings tbody tr td:nth-of-type(2)').allInnerTexts()
    expect(scores.length).toBeGreaterThan(5)
    expect(scores.map(Number)).toEqual(scores.map(Number).toSorted((a, b) => b - a))
    expect(await findViolations(app)).toEqual([])
    expectQuiet(app)
  })
})
