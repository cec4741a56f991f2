import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS } from '../../../src/cities/index.ts'
import { Seam } from '../../../src/ui/seam/seam.tsx'
import { ViewStatus } from '../../../src/ui/view-frame/view-status.tsx'
import { startSession } from '../../../src/state/defaults.ts'
import { renderUi, textOf } from '../render-ui.tsx'

const [first] = CITY_IDS

describe('ViewStatus', () => {
  const progressOf = (change: object) => {
    const start = startSession()
    return { progress: { ...start.progress, [first]: { status: 'loading', share: 0.42, failure: null, ...change } } }
  }
  test('shows the share that is loaded', () => {
    const session = progressOf({})
    expect(renderUi(<ViewStatus cityId={first} />, { session })).toContain(`aria-label="Loading ${CITIES[0].names.en}: 42%"`)
    expect(
      textOf(renderUi(<Seam isStacked={false} />, { session }))
        .split('\n')
        .slice(0, 2),
    ).toEqual([CITIES[0].names.en, '42%'])
  })
  test('shows what failed, and a way to try again', () => {
    const words = textOf(
      renderUi(<ViewStatus cityId={first} />, {
        session: progressOf({ status: 'failed', failure: 'tileset.json: expected 200, got 404' }),
      }),
    )
    expect(words).toContain('tileset.json: expected 200, got 404')
    expect(words).toContain('Try again')
  })
  test('is gone once the view is ready', () => {
    expect(renderUi(<ViewStatus cityId={first} />, { session: progressOf({ status: 'ready', share: 1 }) })).toBe('')
  })
})
