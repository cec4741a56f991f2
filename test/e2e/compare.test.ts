import { execFileSync } from 'node:child_process'
import { area, polygon } from '@turf/turf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MEASURES } from '../../src/analytics/measures/index.ts'
import { MEASURE_IDS, type MeasureId } from '../../src/analytics/measures/types.ts'
import { measureColumnName } from '../../src/report/measure-columns.ts'
import { COMPARISON_TABS, DEFAULT_COMPARISON } from '../../src/state/comparison.ts'
import { formatNumber } from '../../src/ui/messages/format.ts'
import { messagesOf } from '../../src/ui/context.tsx'
import { ROOT } from '../house/list-files.ts'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { canvasOf, openApp, photographWhenStill, queryOf, readNotices, viewOf, waitForState, type OpenApp } from './open-app.ts'
import { shareOfDifference } from './pixels.ts'

const { text } = messagesOf('en')
const drawer = (app: OpenApp) => app.page.getByRole('region', { name: 'Comparing districts' })
const tab = (app: OpenApp, name: string) => drawer(app).getByRole('tab', { name, exact: true })
const WIDE = { width: 1280, height: 800 }

/** Rows of a CSV without quoted line ends, by the names of its head. */
function parseCsv(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = csv.trim().split('\n')
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => (match[1] as string).replace(/^"|"$/g, ''))
  const names = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? '', cell])))
}

/** Holds every figure of the table of two against what the report wrote of it, as text. */
async function expectShown(app: OpenApp, reported: (id: MeasureId, index: number) => readonly (string | undefined)[]): Promise<void> {
  const shown = await drawer(app)
    .locator('.zones-table tbody tr:not(.group-row)')
    .evaluateAll((elements) =>
      Object.fromEntries(
        elements.map((row) => [
          row.querySelector('.measure-button')?.textContent ?? '',
          [...row.querySelectorAll('.figure-button')].map((button) => button.textContent ?? ''),
        ]),
      ),
    )
  for (const [index, id] of MEASURE_IDS.entries()) {
    expect(shown[text(`measure.${id}`)], id).toEqual(
      reported(id, index).map((value = 'absent') =>
        value === '' ? text('cardPanel.noData') : formatNumber('en', Number(value), MEASURES[id].decimals),
      ),
    )
  }
}

describe('comparing', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ viewport: WIDE, waitForScenes: false })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  test('opens from the bar with a district of each city, and both cities stay in sight', async () => {
    await app.page.getByRole('button', { name: 'Compare', exact: true }).click()
    await drawer(app).locator('.zones-table').waitFor()
    await waitForState(app.page, ({ comparison }) => comparison.tab === 'pair', 'the pair is open')
    const box = await drawer(app).boundingBox()
    const view = await app.page.locator('.views').boundingBox()
    if (box === null || view === null) throw new Error('Expected the drawer and the views on screen')
    expect(view.y + view.height).toBeLessThanOrEqual(box.y + 1)
    expect(view.height).toBeGreaterThan(200)
  })

  test('another district is found by typing, and the address holds it', async () => {
    const picker = drawer(app).getByRole('combobox', { name: 'Second district' })
    await picker.fill('kalamaj')
    await app.page.getByRole('option', { name: 'Kalamaja' }).click()
    const { comparison } = await waitForState(app.page, ({ comparison: { pair } }) => pair[1] !== null, 'a district is chosen')
    expect(comparison.pair[1]?.id).toMatch(/^asum-/)
    await drawer(app)
      .getByRole('button', { name: /Select on the map: Kalamaja/ })
      .waitFor()
  })

  test('a figure is explained by its formula, inputs, sources and one building', async () => {
    await drawer(app)
      .getByRole('button', { name: /Explain: Floor space index \(FSI\), Kalamaja/ })
      .click()
    const dialog = app.page.getByRole('dialog', { name: 'Explained: Floor space index (FSI)' })
    await dialog.getByText('Floor space index (FSI) = gross floor area / land with building data').waitFor()
    expect(await dialog.getByRole('row', { name: /gross floor area/ }).innerText()).toMatch(/\d\sm²/)
    expect(await dialog.innerText()).toMatch(/One building as an example/)
    expect(await dialog.innerText()).toMatch(/OpenStreetMap/)
    await app.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await drawer(app).waitFor()
  })

  test('a measure says how it was made comparable', async () => {
    await drawer(app)
      .getByRole('button', { name: /^Heat demand: how/ })
      .click()
    const dialog = app.page.getByRole('dialog', { name: 'Heat demand' })
    expect(await dialog.innerText()).toContain(text('methods.verdict.care'))
    await app.page.keyboard.press('Escape')
  })

  test('copied as a command, the report gives the numbers that are on screen', async () => {
    await drawer(app).getByRole('button', { name: 'Take along' }).click()
    await app.page.getByRole('menuitem', { name: 'Copy as command' }).click()
    await expect.poll(() => readNotices(app.page)).toContain('Command copied')
    const command = await app.page.evaluate(() => navigator.clipboard.readText())
    const rows = parseCsv(execFileSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8', timeout: 120_000 }))
    expect(rows).toHaveLength(MEASURE_IDS.length)
    await expectShown(app, (_id, index) => ['first_value', 'second_value'].map((name) => rows[index]?.[name]))
  })

  test('a table, areas and a picture can be taken along', async () => {
    for (const [name, file] of [
      ['Table (CSV)', 'kaksik-compare.csv'],
      ['Areas (GeoJSON)', 'kaksik-compare.geojson'],
      ['Picture (PNG)', 'kaksik-compare.png'],
    ] as const) {
      await drawer(app).getByRole('button', { name: 'Take along' }).click()
      const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.getByRole('menuitem', { name }).click()])
      expect(download.suggestedFilename()).toBe(file)
    }
  })

  test('a row selects on the map, and what is selected elsewhere is marked in the table', async () => {
    await tab(app, 'All districts').click()
    await drawer(app).getByRole('button', { name: 'Select on the map: Kallio, Helsinki' }).click()
    const chosen = await waitForState(app.page, ({ selection }) => selection !== null, 'a district is selected')
    expect(chosen.selection).toMatchObject({ kind: 'district', id: 'kaupunginosa-11' })
    await app.page.getByRole('complementary', { name: 'Details' }).getByText('Kallio').first().waitFor()
    await app.page.getByRole('combobox', { name: 'Search the cities' }).fill('vanalinn')
    await app.page.locator('.search-hit').filter({ hasText: 'District' }).first().click()
    await waitForState(app.page, ({ selection }) => selection?.id === 'asum-101', 'Vanalinn is selected')
    expect(await drawer(app).locator('tr[data-selected]').innerText()).toContain('Vanalinn')
  })

  test('a point of the scatter plot selects on the map, and the selected one is marked', async () => {
    await tab(app, 'Scatter plot').click()
    const points = drawer(app).locator('.chart-point')
    await points.first().waitFor()
    expect(await drawer(app).locator('.chart-point[aria-pressed="true"]').getAttribute('aria-label')).toContain('Vanalinn')
    // By key: points lie over each other, and a click would take the upper one.
    await points.nth(3).focus()
    const name = (await points.nth(3).getAttribute('aria-label')) ?? ''
    await app.page.keyboard.press('Enter')
    await expect.poll(() => drawer(app).locator('.chart-point[aria-pressed="true"]').getAttribute('aria-label')).toBe(name)
    await waitForState(app.page, ({ selection }) => selection !== null && selection.id !== 'asum-101', 'another district is selected')
  })

  test('the matchmaker finds districts, says why, and hands two over to be compared', async () => {
    await tab(app, 'Most alike').click()
    await drawer(app).locator('.match').first().waitFor()
    expect(await drawer(app).locator('.match').count()).toBe(5)
    const distances = await drawer(app).locator('.match-head .quantity').allInnerTexts()
    const numbers = distances.map((words) => Number(/[\d.]+/.exec(words)?.[0]))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    const best = await drawer(app).locator('.match-head').first().innerText()
    await drawer(app).getByRole('button', { name: 'Compare these two' }).first().click()
    await drawer(app).locator('.zones-table').waitFor()
    const name =
      best
        .split('\n')[0]
        ?.replace(/\s*distance.*/, '')
        .trim() ?? ''
    expect(await drawer(app).locator('.zones-table thead').innerText()).toContain(name)
  })

  test('a fresh page with the same address shows the same', async () => {
    const heads = await drawer(app).locator('.zones-table thead').innerText()
    await waitForState(app.page, ({ comparison }) => comparison.tab === 'pair', 'the pair shows')
    const address = new URL(app.page.url()).search
    const again = await openApp({ query: address, viewport: WIDE, waitForScenes: false })
    await drawer(again).locator('.zones-table').waitFor()
    expect(await drawer(again).locator('.zones-table thead').innerText()).toBe(heads)
    await again.context.close()
    expectQuiet(app)
  })
})

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing to mend', (colorScheme) => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({
      query: queryOf({ comparison: { ...DEFAULT_COMPARISON, tab: 'pair', size: 'tall' } }),
      colorScheme,
      viewport: WIDE,
      waitForScenes: false,
    })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  const READY = {
    pair: '.zones-table',
    areas: '.draw-button',
    table: '.district-table',
    scatter: '.chart-point',
    spread: '.plot-figure svg',
    matches: '.match',
    clusters: '.zone-map',
    grid: '.zone-map',
    ranks: '.button-primary',
    sites: '.criteria',
    own: '.own-form',
  } as const
  test.each(COMPARISON_TABS.map((id) => [id, text(`compare.tab.${id}`)] as const))('on the tab %s', async (id, name) => {
    await tab(app, name).click()
    await drawer(app).locator(READY[id]).first().waitFor()
    expect(await findViolations(app)).toEqual([])
  })
})

describe('drawn areas', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ query: queryOf({ comparison: { ...DEFAULT_COMPARISON, tab: 'areas' } }), viewport: WIDE })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  const draw = () => drawer(app).getByRole('button', { name: 'Draw an area' }).click()
  const status = () => app.page.getByRole('region', { name: 'Drawing an area' }).getByRole('status')
  const landOf = (place: number) =>
    drawer(app)
      .getByRole('row', { name: /^Land area/ })
      .locator('.figure-button .quantity')
      .nth(place)
      .innerText()

  test('by clicks: the corners show, a double click ends it, and its figures are there', async () => {
    const before = await photographWhenStill(app.page, 'helsinki')
    await draw()
    await app.page.getByRole('region', { name: 'Drawing an area' }).waitFor()
    const canvas = canvasOf(app.page, 'helsinki')
    const box = await canvas.boundingBox()
    if (box === null) throw new Error('The view does not show')
    const at = (x: number, y: number) => ({ position: { x: box.width * x, y: box.height * y } })
    await canvas.click(at(0.6, 0.45))
    await expect.poll(() => status().innerText()).toBe('1 corner')
    await canvas.click(at(0.85, 0.45))
    await expect.poll(() => status().innerText()).toBe('2 corners')
    // The other city's ground is no corner of this area.
    await canvasOf(app.page, 'tallinn').click(at(0.5, 0.5))
    expect(await status().innerText()).toBe('2 corners')
    await canvas.dblclick(at(0.75, 0.62))
    await drawer(app).locator('.zones-table').waitFor()
    expect(Number(await landOf(0))).toBeGreaterThan(0.01)
    expect(shareOfDifference(before, await photographWhenStill(app.page, 'helsinki'), 4)).toBeGreaterThan(0.001)
    expect(
      (await waitForState(app.page, ({ comparison }) => comparison.areas.helsinki?.[0]?.length === 3, 'an area has three corners'))
        .selection,
    ).toBeNull()
  })

  test('by keys alone, in the other city; then both stand side by side', async () => {
    const { keyboard } = app.page
    await drawer(app).getByRole('button', { name: 'Draw an area' }).press('Enter')
    await viewOf(app.page, 'tallinn').focus()
    await keyboard.press('Space')
    for (let step = 0; step < 4; step++) await keyboard.press('ArrowRight')
    await keyboard.press('Space')
    for (let step = 0; step < 4; step++) await keyboard.press('ArrowUp')
    await keyboard.press('Space')
    await keyboard.press('Space')
    await expect.poll(() => status().innerText()).toBe('3 corners')
    await keyboard.press('ArrowUp')
    await keyboard.press('Space')
    await keyboard.press('Backspace')
    await expect.poll(() => status().innerText()).toBe('3 corners')
    expect(await findViolations(app)).toEqual([])
    await keyboard.press('Enter')
    await expect.poll(() => drawer(app).locator('.zones-table thead').innerText()).toMatch(/Helsinki[\s\S]*Tallinn/)
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.className)).toContain('draw-button')
    // In the plane: half of base times height of what the camera walked, by the sphere's own measure.
    const { areas } = (await waitForState(app.page, ({ comparison }) => comparison.areas.tallinn !== undefined, 'there are two areas'))
      .comparison
    const hectares = area(polygon([[...(areas.tallinn?.[0] ?? []), areas.tallinn?.[0]?.[0] ?? [0, 0]].map(([x, y]) => [x, y])])) / 1e6
    expect(Number(await landOf(1))).toBeLessThanOrEqual(hectares * 1.01 + 0.005)
    expect(await findViolations(app)).toEqual([])
  })

  test('a second area of a city stands beside the first, numbered, and each can be removed', async () => {
    const before = new URL(app.page.url()).search
    const state = await waitForState(app.page, ({ comparison }) => comparison.areas.tallinn !== undefined, 'Tallinn has an area')
    const corners = state.comparison.areas.tallinn?.[0] ?? []
    const areas = { ...state.comparison.areas, tallinn: [corners, corners.map(([x, y]) => [Number((x + 0.005).toFixed(6)), y] as const)] }
    await app.page.goto(new URL(queryOf({ ...state, comparison: { ...state.comparison, areas } }), app.page.url()).href)
    await expect
      .poll(() => drawer(app).locator('.zones-table thead').innerText(), { timeout: 120_000 })
      .toMatch(/Helsinki[\s\S]*Tallinn 1[\s\S]*Tallinn 2/)
    await drawer(app).getByRole('button', { name: 'Remove the area: Tallinn 2' }).click()
    await waitForState(app.page, ({ comparison }) => comparison.areas.tallinn?.length === 1, 'one area is left in Tallinn')
    await expect.poll(() => drawer(app).locator('.zones-table thead').innerText()).not.toContain('Tallinn 2')
    await expect.poll(() => new URL(app.page.url()).search).toBe(before)
  })

  test('the copied commands give the same figures, and the address draws them again', async () => {
    await drawer(app).getByRole('button', { name: 'Take along' }).click()
    await app.page.getByRole('menuitem', { name: 'Copy as command' }).click()
    await expect.poll(() => readNotices(app.page)).toContain('copied')
    const commands = (await app.page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(commands).toHaveLength(2)
    const found = commands.map(
      (command) => parseCsv(execFileSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8', timeout: 120_000 }))[0] ?? {},
    )
    await expectShown(app, (id) => found.map((row) => row[measureColumnName(id)]))
    const address = app.page.url()
    await drawer(app).getByRole('button', { name: 'Remove the area: Helsinki' }).click()
    await expect.poll(() => drawer(app).locator('.zones-table thead').innerText()).not.toContain('Helsinki')
    await app.page.goto(address)
    await expect.poll(() => drawer(app).locator('.zones-table thead').innerText(), { timeout: 120_000 }).toMatch(/Helsinki[\s\S]*Tallinn/)
    expectQuiet(app)
  })

  test('Escape leaves all as it was', async () => {
    await draw()
    await status().waitFor()
    await app.page.keyboard.press('Space')
    await expect.poll(() => status().innerText()).toBe('1 corner')
    await app.page.keyboard.press('Escape')
    await expect.poll(() => app.page.getByRole('region', { name: 'Drawing an area' }).count()).toBe(0)
    expect(await drawer(app).locator('.zones-table').count()).toBe(1)
  })
})

describe('the keyboard alone', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ viewport: WIDE, waitForScenes: false })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  test('opens, walks the tabs, sorts, and closes to where it came from', async () => {
    const { keyboard } = app.page
    await app.page.getByRole('button', { name: 'Compare', exact: true }).focus()
    await keyboard.press('Enter')
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.className)).toBe('drawer')
    await keyboard.press('Tab')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await waitForState(app.page, ({ comparison }) => comparison.tab === 'table', 'the table is open')
    await drawer(app).locator('.district-table').waitFor()
    const head = drawer(app).getByRole('button', { name: 'Population density' })
    await head.focus()
    await keyboard.press('Enter')
    await waitForState(
      app.page,
      ({ comparison: { sort } }) => sort.column === 'population-density' && sort.isDescending,
      'it is sorted from the highest',
    )
    const column = await drawer(app).locator('.district-table tbody tr td:nth-child(4)').allInnerTexts()
    const values = column.filter((words) => /\d/.test(words)).map((words) => Number(words.replaceAll(',', '')))
    expect(values.length).toBeGreaterThan(100)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    await keyboard.press('Escape')
    await waitForState(app.page, ({ comparison }) => comparison.tab === null, 'it is closed')
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.className)).toContain('compare-button')
    expectQuiet(app)
  })
})
