import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../house/list-files.ts'
import { answerOgc, fixture, spots } from '../io/online/fake-services.ts'
import { sendJson, sendText, serve, type Asked, type LocalService } from '../io/online/serve.ts'
import { findViolations } from './find-violations.ts'
import { openApp, photographWhenStill, type OpenApp } from './open-app.ts'
import { shareOfDifference } from './pixels.ts'
import type { ServerResponse } from 'node:http'

/** A picture of one colour, as a WMS might send. */
function redPng(size: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(size * 3, Buffer.from([200, 20, 20]))])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const district = {
  type: 'FeatureCollection',
  numberMatched: 1,
  links: [],
  features: [
    {
      type: 'Feature',
      id: 'd1',
      properties: { name: '<img src=x onerror=alert(1)>' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [24.93, 60.155],
            [24.98, 60.155],
            [24.98, 60.185],
            [24.93, 60.185],
            [24.93, 60.155],
          ],
        ],
      },
    },
  ],
}

const whole = answerOgc(spots(30))

function answer(asked: Asked, response: ServerResponse): void {
  const { path, query } = asked
  if (path === '/collections/area/items') return sendJson(response, district)
  if (path === '/broken/collections/a/items') return sendText(response, fixture('login-page.html'), 'text/html')
  if (path === '/wms' && query.get('request') === 'GetCapabilities')
    return sendText(response, fixture('wms-capabilities-1-3-0.xml'), 'text/xml')
  if (path === '/wms') {
    response.writeHead(200, { 'content-type': 'image/png' })
    response.end(redPng(256))
    return
  }
  const file = join(ROOT, 'tilesets', path.replace('/tiles/', ''))
  if (path.startsWith('/tiles/') && !path.includes('..') && existsSync(file)) {
    createReadStream(file).pipe(response)
    return
  }
  whole(asked, response)
}

describe('online data', () => {
  let app: OpenApp
  let service: LocalService
  let other: LocalService
  beforeAll(async () => {
    service = await serve(answer)
    other = await serve((_, response) => {
      sendJson(response, {})
    })
    app = await openApp()
  })
  afterAll(async () => {
    await app?.context.close()
    await service?.close()
    await other?.close()
  })

  const dialog = () => app.page.getByRole('dialog', { name: 'Online data' })
  const openDialog = async () => {
    if (await dialog().isVisible()) return
    await app.page.getByRole('button', { name: 'Online data …' }).click()
    await dialog().waitFor()
  }
  const closeDialog = () => app.page.keyboard.press('Escape')
  const tab = (name: RegExp) => dialog().getByRole('tab', { name }).click()
  const ask = async (path: string, layer = '', credit = '') => {
    await openDialog()
    await tab(/By address/)
    await dialog()
      .getByRole('textbox', { name: 'Address of the service' })
      .fill(service.origin + path)
    const layerField = dialog().getByRole('textbox', { name: 'Layer or collection' })
    if ((await layerField.count()) > 0) await layerField.fill(layer)
    await dialog().getByRole('textbox', { name: 'Credit line' }).fill(credit)
    await dialog().getByRole('button', { name: 'Switch on', exact: true }).click()
  }
  /** Whether the page itself gets an answer: by a request, by a picture, and from a worker of its own. */
  const reach = (origin: string) =>
    app.page.evaluate(async (address) => {
      const request = await fetch(`${address}/wms`).then(
        () => true,
        () => false,
      )
      const picture = await new Promise<boolean>((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve(true))
        image.addEventListener('error', () => resolve(false))
        image.src = `${address}/wms?try=${Math.random()}`
      })
      const code = `fetch('${address}/wms').then(() => postMessage(true), () => postMessage(false))`
      const worker = await new Promise<boolean>((resolve) => {
        const made = new Worker(URL.createObjectURL(new Blob([code])))
        made.addEventListener('message', ({ data }) => resolve(data as boolean))
        made.addEventListener('error', () => resolve(false))
      })
      return { request, picture, worker }
    }, origin)

  test('a host that nobody switched on is out of reach, and was not asked', async () => {
    expect(await reach(service.origin)).toEqual({ request: false, picture: false, worker: false })
    expect(service.asked).toEqual([])
    expect(app.strangers.filter((url) => !url.startsWith(service.origin))).toEqual([])
  })

  test('the catalogue is searched, filtered and taken along', async () => {
    await openDialog()
    await expect.poll(() => dialog().getByRole('listitem').count()).toBeGreaterThan(20)
    await dialog().getByRole('searchbox').fill('trees register')
    await expect
      .poll(() => dialog().getByRole('listitem').allInnerTexts())
      .toEqual([expect.stringMatching(/Tree register[\s\S]*Not checked from here[\s\S]*Contacts kartta\.hel\.fi/)])
    expect(await findViolations(app)).toEqual([])
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      dialog()
        .getByRole('button', { name: /DCAT-AP/ })
        .click(),
    ])
    expect(download.suggestedFilename()).toBe('kaksik-catalogue.jsonld')
  })

  test('an address that is none is refused at once', async () => {
    await tab(/By address/)
    await dialog().getByRole('textbox', { name: 'Address of the service' }).fill('file:///etc/passwd')
    await dialog().getByRole('button', { name: 'Switch on', exact: true }).click()
    await dialog().getByText('Only http and https addresses can be shown, not file:').waitFor()
    expect(await findViolations(app)).toEqual([])
  })

  test("a host is let in by the user's word and a reload, its features show, and so does the credit", async () => {
    await ask('/collections/area/items', '', '© The surveyors')
    await dialog()
      .getByText(`Let this page contact ${new URL(service.origin).host}?`)
      .waitFor()
    expect(await findViolations(app)).toEqual([])
    expect(service.asked).toEqual([])
    await Promise.all([app.page.waitForEvent('load'), dialog().getByRole('button', { name: 'Allow and load again' }).click()])
    await app.page.getByRole('button', { name: /© The surveyors/ }).waitFor({ timeout: 120_000 })
    await openDialog()
    await dialog().getByRole('tab', { name: 'Switched on (1)' }).waitFor()
    await dialog().getByText('1 feature', { exact: true }).waitFor()
    expect(await findViolations(app)).toEqual([])
    expect(service.asked.every(({ path }) => path === '/collections/area/items')).toBe(true)
    await closeDialog()
    const shown = await photographWhenStill(app.page, 'helsinki')
    await openDialog()
    await dialog().getByRole('listitem').locator('label.switch').click()
    await closeDialog()
    await expect
      .poll(async () => shareOfDifference(shown, await photographWhenStill(app.page, 'helsinki')), { timeout: 90_000 })
      .toBeGreaterThan(0.02)
    await expect.poll(() => app.page.getByRole('button', { name: /© The surveyors/ }).count()).toBe(0)
  })

  test('every other host stays out of reach', async () => {
    expect(await reach(service.origin)).toMatchObject({ request: true, picture: true })
    expect(await reach(other.origin)).toEqual({ request: false, picture: false, worker: false })
    expect(other.asked).toEqual([])
  })

  test('a fault of the service is said in a sentence', async () => {
    await ask('/broken/collections/a/items')
    await dialog().getByText('answered with a web page instead of data').waitFor()
    expect(await findViolations(app)).toEqual([])
  })

  test('a map layer is chosen from those that the service offers, and lies on the map', async () => {
    await closeDialog()
    const before = await photographWhenStill(app.page, 'helsinki')
    await ask('/wms')
    await dialog().getByRole('button', { name: 'city:photo_2023' }).click()
    await dialog().getByText('Shown on the map').waitFor()
    await closeDialog()
    await expect
      .poll(async () => shareOfDifference(before, await photographWhenStill(app.page, 'helsinki')), { timeout: 90_000 })
      .toBeGreaterThan(0.2)
    expect(service.asked.filter(({ query }) => query.get('request') === 'GetMap').length).toBeGreaterThan(0)
  })

  test('a tileset by address is asked for its tiles', async () => {
    await ask('/tiles/helsinki/tileset.json')
    await expect
      .poll(() => service.asked.filter(({ path }) => /^\/tiles\/.*\.glb$/.test(path)).length, { timeout: 90_000 })
      .toBeGreaterThan(0)
    await dialog().getByText('Shown on the map').last().waitFor()
  })

  test('an added tileset hides our own buildings when asked, and no longer', async () => {
    const item = dialog()
      .getByRole('listitem')
      .filter({ has: app.page.getByRole('switch', { name: 'Hide our own buildings here' }) })
    const hide = item.locator('label.switch', { hasText: 'Hide our own buildings here' })
    await tab(/Switched on/)
    const showsOwn = () =>
      app.page.evaluate(
        () =>
          (globalThis as unknown as { __kaksik: { scenes: Record<string, { showsOwnBuildings: boolean }> } }).__kaksik.scenes['helsinki']
            ?.showsOwnBuildings,
      )
    expect(await showsOwn()).toBe(true)
    await hide.click()
    await expect.poll(showsOwn).toBe(false)
    expect(await findViolations(app)).toEqual([])
    // What is not shown hides nothing.
    await item
      .getByRole('switch', { name: /^Show / })
      .locator('xpath=ancestor::label')
      .click()
    await expect.poll(showsOwn).toBe(true)
    await item
      .getByRole('switch', { name: /^Show / })
      .locator('xpath=ancestor::label')
      .click()
    await expect.poll(showsOwn).toBe(false)
    await hide.click()
    await expect.poll(showsOwn).toBe(true)
  })
})

test('in the dark theme the dialog is walked by the keyboard, and axe finds nothing to mend', async () => {
  const app = await openApp({ colorScheme: 'dark', waitForScenes: false })
  const opener = app.page.getByRole('button', { name: 'Online data …' })
  const dialog = app.page.getByRole('dialog', { name: 'Online data' })
  await opener.focus()
  await app.page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('listitem').count()).toBeGreaterThan(20)
  await dialog.getByRole('tab').first().focus()
  for (const name of [/By address/, /Switched on/]) {
    await app.page.keyboard.press('ArrowRight')
    await expect.poll(() => dialog.getByRole('tab', { name }).getAttribute('aria-selected')).toBe('true')
    expect(await findViolations(app)).toEqual([])
  }
  await app.page.keyboard.press('Home')
  await expect.poll(() => dialog.getByRole('tab', { name: /Catalogue/ }).getAttribute('aria-selected')).toBe('true')
  expect(await findViolations(app)).toEqual([])
  await app.page.keyboard.press('Escape')
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true)
  await app.context.close()
})
