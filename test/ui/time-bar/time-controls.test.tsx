import { describe, expect, test } from 'vitest'
import { TimeControls } from '../../../src/ui/time-bar/time-controls.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

describe('TimeControls', () => {
  test('shows clock, date in the way of the language, and how high the sun stands', () => {
    const html = renderUi(<TimeControls />, { app: { language: 'fi', date: '2025-06-21', minutes: 13 * 60 + 20 } })
    const words = textOf(html)
    expect(words.split('\n')).toContain('13:20')
    // 53.265° by astronomy-engine at this instant.
    expect(words).toContain('53°')
    expect(words.replace(/\n/g, '').replace(/[\u2066-\u2069]/g, '')).toContain('21.6.2025')
  })
  test('says that the sun is down at night', () => {
    expect(textOf(renderUi(<TimeControls />, { app: { date: '2025-12-21', minutes: 0 } }))).toContain('Sun below the horizon')
  })
})
