import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS } from '../../../src/cities/index.ts'
import { Seam } from '../../../src/ui/seam/seam.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

const [first] = CITY_IDS

describe('Seam', () => {
  test('names the cities in the order of the views, in the language', () => {
    const words = textOf(renderUi(<Seam isStacked={false} />, { app: { language: 'sv', swapped: true } })).split('\n')
    expect(words).toEqual([CITIES[1].names.sv, CITIES[0].names.sv])
  })
  test('has no link and no swap with one city alone', () => {
    const html = renderUi(<Seam isStacked={false} />, { app: { layout: first } })
    expect(html).not.toContain('link-button')
    expect(textOf(html)).toBe(CITIES[0].names.en)
  })
})
