import { afterEach, describe, expect, test } from 'vitest'
import { openApp, queryOf, type OpenApp } from './open-app.ts'

let app: OpenApp | null = null
afterEach(async () => {
  await app?.context.close()
  app = null
})

interface Box {
  readonly name: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Every panel that shows, by what it is called. The line that shows a view loading is none: it runs
 * along the view's edge, where the plate on the seam is meant to interrupt it.
 */
const PANELS = [
  '.top-bar',
  '.layers-aside',
  '.layers-tab',
  '.card-aside',
  '.legend-aside',
  '.bottom-bar',
  '.sheet',
  '.seam-plate',
  '.view-controls',
  '.scale-bar',
  '.view-failed',
]

/** What stands in a row in the bar at the foot. */
const FOOT = ['.time-controls > *', '.credits']

async function readBoxes({ page }: OpenApp, wanted: readonly string[]): Promise<Box[]> {
  return page.evaluate(
    (selectors) =>
      selectors.flatMap((selector) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => !selectors.some((other) => element.parentElement?.closest(other)))
          .map((element) => ({ element, rect: element.getBoundingClientRect() }))
          .filter(({ element, rect }) => rect.width > 1 && rect.height > 1 && getComputedStyle(element).visibility !== 'hidden')
          .map(({ rect }, index) => ({
            name: `${selector} ${index}`,
            left: rect.left,
            top: rect.top,
            right: rect.right,
            bottom: rect.bottom,
          })),
      ),
    wanted,
  )
}

function findOverlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
      .map((b) => `${a.name} lies over ${b.name}`),
  )
}

describe.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
  [1080, 1920],
])('at %i×%i', (width, height) => {
  test.each([
    ['as it opens', ''],
    [
      'with a layer, areas, overlays and a card',
      queryOf({
        buildingLayer: 'building-height',
        areaLayer: 'district-measure',
        overlays: ['transit-lines', 'transit-stops'],
        scaleMode: 'per-city',
      }),
    ],
  ])('nothing lies over anything else, %s', async (_, query) => {
    app = await openApp({ query, viewport: { width, height }, waitForScenes: false })
    const { page } = app
    await page.locator('.top-bar').waitFor()
    await page.waitForTimeout(1500)
    const boxes = await readBoxes(app, PANELS)
    expect(boxes.length).toBeGreaterThan(4)
    expect(findOverlaps(boxes)).toEqual([])
    expect(findOverlaps(await readBoxes(app, FOOT))).toEqual([])
    const outside = boxes.filter(({ left, top, right, bottom }) => left < -1 || top < -1 || right > width + 1 || bottom > height + 1)
    expect(outside).toEqual([])
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([
      width,
      height,
    ])
  })
})

describe('findOverlaps', () => {
  const box = (name: string, left: number, top: number, right: number, bottom: number): Box => ({ name, left, top, right, bottom })
  test('notices boxes that share more than an edge', () => {
    expect(findOverlaps([box('a', 0, 0, 10, 10), box('b', 10, 0, 20, 10), box('c', 5, 5, 15, 8)])).toEqual([
      'a lies over c',
      'b lies over c',
    ])
  })
})
