import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS } from '../../../src/cities/index.ts'
import { forEveryCity } from '../../../src/state/defaults.ts'
import { Seam } from '../../../src/ui/seam/seam.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

const [first] = CITY_IDS
const READY = { progress: forEveryCity(() => ({ status: 'ready', share: 1, failure: null }) as const) }

describe('Seam', () => {
  test('names the cities in the order of the views, in the language', () => {
    const words = textOf(renderUi(<Seam isStacked={false} />, { app: { language: 'sv', swapped: true }, session: READY })).split('\n')
    expect(words).toEqual([CITIES[1].names.sv, CITIES[0].names.sv])
  })
  test('says how far a view is from the first paint on', () => {
    expect(textOf(renderUi(<Seam isStacked={false} />, { app: { layout: first } }))).toMatch(/^\S+\n0 ?%$/)
  })
  test('has no link and no swap with one city alone', () => {
    const html = renderUi(<Seam isStacked={false} />, { app: { layout: first }, session: READY })
    expect(html).not.toContain('link-button')
    expect(textOf(html)).toBe(CITIES[0].names.en)
  })
})
