import { describe, expect, test } from 'vitest'
import { cityById, CITY_IDS } from '../../../src/cities/index.ts'
import { placePoint } from '../../../src/cities/local-offset.ts'
import { DEFAULT_APP_STATE } from '../../../src/state/defaults.ts'
import { addPlace, beginPlaces, VIEW_TOOLS } from '../../../src/state/view-tools.ts'
import { ViewToolsAside } from '../../../src/ui/view-tools/view-tools-aside.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

const [CITY] = CITY_IDS

describe('the panel of measuring and looking', () => {
  test.each(VIEW_TOOLS)('says how to use %s, and how far it holds', (viewTool) => {
    const words = textOf(renderUi(<ViewToolsAside />, { session: { viewTool } }))
    expect(words).toContain('Measure and view')
    expect(words).toContain('Limits')
  })

  test('measures a path in metres of the city', () => {
    const corners = [
      [0, 0, 0],
      [30, 0, 0],
      [30, 40, 12],
    ] as const
    const drawing = corners.reduce(
      (places, [east, north, height]) => addPlace(DEFAULT_APP_STATE, places, CITY, placePoint(cityById(CITY), east, north), 1, height),
      beginPlaces('measure'),
    )
    const words = textOf(renderUi(<ViewToolsAside />, { session: { viewTool: 'measure', drawing } })).replace(/\s+/g, ' ')
    // 30 and 40 m at a right angle: 70 m, 50 m back, 600 m²; 12 m up over 50 m.
    expect(words).toMatch(/Length on the ground 70\.[01] m/)
    expect(words).toMatch(/First to last place (49\.9|50\.0|50\.1) m/)
    expect(words).toMatch(/Height of the last place over the ground 12\.0 m/)
    expect(words).toMatch(/Slope from first to last 24% · 13°/)
    expect(words).toMatch(/Area inside (599|600|601) m²/)
  })

  test('says so where no video can be written', () => {
    expect(textOf(renderUi(<ViewToolsAside />, { session: { viewTool: 'shadows' } }))).toContain('WebCodecs')
  })
})
