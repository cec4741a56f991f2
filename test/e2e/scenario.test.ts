import { text } from 'node:stream/consumers'
import type { Download, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { expectQuiet } from './expect-quiet.ts'
import { findViolations } from './find-violations.ts'
import { openApp, readNotices, type OpenApp } from './open-app.ts'

const open: OpenApp[] = []
async function openAndKeep(...options: Parameters<typeof openApp>): Promise<OpenApp> {
  const app = await openApp(...options)
  open.push(app)
  return app
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.context.close()
})

const panelOf = (page: Page) => page.locator('.scenario-aside')
const tab = (page: Page, name: string) => panelOf(page).getByRole('tab', { name })
const editsOf = (page: Page) => panelOf(page).locator('.edit-row .edit-name')

async function startScenario(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Scenario' }).click()
  await panelOf(page).getByRole('button', { name: 'New scenario' }).click()
}

async function addRetrofit(page: Page): Promise<void> {
  await tab(page, 'Add').click()
  const retrofit = panelOf(page).getByRole('button', { name: 'Retrofit', exact: true })
  if (!(await retrofit.isVisible())) await panelOf(page).getByRole('button', { name: 'Rule for many buildings' }).click()
  await retrofit.click()
}

async function chooseOfMenu(page: Page, name: string): Promise<void> {
  await panelOf(page).getByRole('button', { name: 'What to do with the scenario' }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function readDownload(page: Page, act: () => Promise<void>): Promise<{ name: string; content: string }> {
  const [download] = (await Promise.all([page.waitForEvent('download'), act()])) as [Download, void]
  return { name: download.suggestedFilename(), content: await text(await download.createReadStream()) }
}

describe('a scenario', () => {
  test('is made, edited by rules, undone and redone by keys, survives a reload, and goes out and in as a file and a link', async () => {
    const app = await openAndKeep({ waitForScenes: false })
    const { page } = app
    await startScenario(page)
    await addRetrofit(page)
    await expect.poll(() => editsOf(page).allInnerTexts()).toEqual(['Retrofit'])
    await panelOf(page).getByRole('textbox', { name: 'Name' }).fill('<b>Blocks</b>')
    await page.keyboard.press('Enter')
    await expect.poll(() => editsOf(page).allInnerTexts()).toEqual(['<b>Blocks</b>'])
    expect(await findViolations(app)).toEqual([])

    await panelOf(page).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => editsOf(page).allInnerTexts()).toEqual(['Retrofit'])
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => editsOf(page).allInnerTexts()).toEqual(['<b>Blocks</b>'])

    // While B is held, the cities show as they are today.
    await page.keyboard.down('b')
    await expect.poll(() => page.locator('.before-sign').innerText()).toBe('Before: as it is today')
    await page.keyboard.up('b')
    await expect.poll(() => page.locator('.before-sign').innerText()).toBe('')

    const file = await readDownload(page, () => chooseOfMenu(page, 'Save as a file'))
    expect(file.name).toBe('New-scenario.kaksik.json')
    expect(JSON.parse(file.content)).toMatchObject({ format: 'kaksik-scenario', edits: [{ kind: 'retrofit', name: '<b>Blocks</b>' }] })
    await chooseOfMenu(page, 'Copy a link')
    await expect.poll(() => readNotices(page)).toMatch(/holds the whole scenario/)
    const link = await page.evaluate(() => navigator.clipboard.readText())

    const report = await readDownload(page, () => chooseOfMenu(page, 'Report with pictures'))
    expect(report.name).toBe('New-scenario.html')
    // Pictures of both cities before and after; markup in a name is text.
    expect(report.content.match(/<img src="data:image\/jpeg;base64,[^"]{1000}/g)).toHaveLength(4)
    expect(report.content).toContain('&lt;b&gt;Blocks&lt;/b&gt;')
    expect(report.content).not.toContain('<b>Blocks</b>')

    await page.reload()
    await page.getByRole('button', { name: 'Scenario, open: New scenario' }).click()
    await tab(page, 'Edits').click()
    await expect.poll(() => editsOf(page).allInnerTexts()).toEqual(['<b>Blocks</b>'])

    // A file that says something else of the same scenario is asked about; so is a link, wherever it opens.
    const changed = { ...JSON.parse(file.content), name: 'Changed', edits: [{ kind: 'nonsense' }, ...JSON.parse(file.content).edits] }
    await tab(page, 'Scenarios').click()
    await page
      .locator('.scenario-aside input[type=file]')
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(changed)) })
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toMatch(/same origin[\s\S]*edits\[0\]/)
    await dialog.getByRole('button', { name: 'Keep both' }).click()
    await tab(page, 'Scenarios').click()
    await expect.poll(async () => (await editsOf(page).allInnerTexts()).toSorted()).toEqual(['Changed (copy)', 'New scenario'])

    const other = await openAndKeep({ query: new URL(link).search + new URL(link).hash, waitForScenes: false })
    await expect.poll(() => other.page.getByRole('dialog').innerText()).toMatch(/“New scenario”, 1 edit/)
    expect(new URL(other.page.url()).hash).toBe('')
    expect(await other.page.locator('.scenario-button[data-active]').count()).toBe(0)
    await other.page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(() => other.page.locator('.scenario-button[data-active]').count()).toBe(1)
    open.forEach(expectQuiet)
  })

  test('that cannot be kept says so at once, and can be saved as a file', async () => {
    const app = await openAndKeep({
      waitForScenes: false,
      colorScheme: 'dark',
      prepare: (context) => context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })),
    })
    const { page } = app
    await startScenario(page)
    await expect.poll(() => readNotices(page)).toMatch(/keeps nothing here/)
    await addRetrofit(page)
    expect(await findViolations(app)).toEqual([])
    const notice = page.locator('.notice-standing')
    const file = await readDownload(page, () => notice.getByRole('button', { name: 'Save as a file' }).click())
    expect(JSON.parse(file.content)).toMatchObject({ edits: [{ kind: 'retrofit' }] })
    expectQuiet(app)
  })
})
