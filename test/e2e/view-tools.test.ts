import { buffer } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { messagesOf } from '../../src/ui/context.tsx'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { canvasOf, openApp, readScenes, viewOf, type OpenApp } from './open-app.ts'

const { text } = messagesOf('en')
const [FIRST, SECOND = FIRST] = CITY_IDS
const panelOf = (page: Page) => page.getByRole('region', { name: text('viewTool.title') })
const openTool = (page: Page, name: string) => panelOf(page).getByRole('tab', { name, exact: true }).click()
const figure = (page: Page, name: string) =>
  panelOf(page).locator('.view-figures > div', { hasText: name }).first().locator('dd').innerText()
const metresOf = (shown: string) => Number(/[\d.,−]+/.exec(shown)?.[0].replace(/,/g, '').replace('−', '-'))

async function download(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 110_000 }),
    panelOf(page).getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await buffer(await file.createReadStream())) }
}

describe('measuring and looking', () => {
  let app: OpenApp
  beforeAll(async () => {
    app = await openApp({ viewport: { width: 800, height: 520 } })
  })
  afterAll(async () => {
    await app?.context.close()
  })

  test('a length by mouse and by keys, a section of both cities, what is seen and how much of the sky', async () => {
    const { page } = app
    await page.getByRole('button', { name: text('viewTool.title') }).click()
    const box = await canvasOf(page, FIRST).boundingBox()
    if (box === null) throw new Error('The first city does not show')
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height * 0.7)
    await viewOf(page, FIRST).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => panelOf(page).getByRole('status').innerText()).toBe('2 places')
    expect(metresOf(await figure(page, text('ruler.length')))).toBeGreaterThan(1)

    await openTool(page, text('viewTool.section'))
    await viewOf(page, FIRST).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await readScenes(page))[FIRST]?.isSettled, { timeout: 60_000 }).toBe(true)
    await page.keyboard.press('Space')
    await panelOf(page).locator('.plot-figure svg').waitFor()
    // One line over the other, in each city's colour, and as long: the places are equal.
    const lengths = await panelOf(page)
      .locator('.view-figures', { hasText: text('section.built') })
      .evaluateAll((lists) => lists.map((list) => list.querySelector('dd')?.textContent ?? ''))
    expect(lengths).toHaveLength(CITY_IDS.length)
    expect(Math.abs(metresOf(lengths[0] ?? '') - metresOf(lengths[1] ?? ''))).toBeLessThan(1)
    expect((await download(page, 'CSV')).name).toBe('kaksik-section.csv')
    expect(new TextDecoder().decode((await download(page, 'SVG')).bytes)).toContain('<svg')
    expect(await findViolations(app)).toEqual([])

    await openTool(page, text('viewTool.sky'))
    await viewOf(page, FIRST).focus()
    await page.keyboard.press('Space')
    await panelOf(page).locator('.sky-chart').waitFor()
    await openTool(page, text('viewTool.viewshed'))
    await viewOf(page, SECOND).focus()
    await page.keyboard.press('Space')
    await panelOf(page).locator('.view-city').nth(1).waitFor()
  })

  test('a walk takes both cameras over the ground at eye height, by steps where motion is reduced; Escape ends it', async () => {
    const { page } = app
    await openTool(page, text('viewTool.walk'))
    await panelOf(page)
      .getByRole('button', { name: text('walk.start') })
      .click()
    const poses = async () => CITY_IDS.map((id) => id).map((id) => scenes[id]?.pose)
    let scenes = await readScenes(page)
    await expect
      .poll(async () => {
        scenes = await readScenes(page)
        return CITY_IDS.map((id) => scenes[id]?.pose.heightMetres)
      })
      .toEqual(CITY_IDS.map(() => 1.7))
    const [before] = await poses()
    await page.keyboard.press('w')
    await expect
      .poll(async () => {
        scenes = await readScenes(page)
        const [now, other] = await poses()
        if (before === undefined || now === undefined || other === undefined) return null
        const moved = Math.hypot(now.eastMetres - before.eastMetres, now.northMetres - before.northMetres)
        const apart = Math.hypot(now.eastMetres - other.eastMetres, now.northMetres - other.northMetres)
        return [Math.round(moved * 10) / 10, Math.round(apart * 10) / 10]
      })
      .toEqual([2.8, 0])
    expect(await findViolations(app)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await readScenes(page))[SECOND]?.pose.heightMetres).toBeGreaterThan(100)
    await panelOf(page)
      .getByRole('button', { name: text('walk.start') })
      .waitFor()
  })

  test('a shadow study has a picture, and a frame of video, for each step', async () => {
    const { page } = app
    await openTool(page, text('viewTool.shadows'))
    await panelOf(page).getByLabel(text('shadows.from')).fill('12:00')
    await panelOf(page).getByLabel(text('shadows.to')).fill('12:00')
    const archive = await download(page, text('shadows.pictures'))
    expect(Object.keys(unzipSync(archive.bytes)).map((name) => name.slice(-8))).toEqual(['1200.png'])
    await panelOf(page).getByLabel(text('shadows.to')).fill('12:30')
    const video = await download(page, text('shadows.video'))
    const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(video.bytes) })
    const track = await input.getPrimaryVideoTrack()
    if (track === null) throw new Error(`${video.name} has no video`)
    const times: number[] = []
    for await (const packet of new EncodedPacketSink(track).packets()) times.push(packet.timestamp)
    expect(times).toEqual([0, expect.closeTo(0.125, 2)])
    expect(await panelOf(page).getByText('Saved: 2 frames').count()).toBe(1)
    expectQuiet(app)
  })
})
