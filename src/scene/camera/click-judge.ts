/** Two clicks within this time are one double click, as most systems have it. */
const DOUBLE_CLICK_MILLISECONDS = 500

export interface ClickJudge {
  /** Whether a click means something: one that only makes up a double click with a corner does not. */
  readonly click: (pressedAtMilliseconds: number) => boolean
  /** What a double click means, of which both clicks were judged before. */
  readonly doubleClick: () => 'finish' | 'approach' | 'nothing'
}

/**
 * Tells the clicks that draw an area from those that select and fly. The click that closes an area ends
 * drawing; what else belongs to the same double click must not select or fly.
 */
export function createClickJudge(isDrawing: () => boolean): ClickJudge {
  let drewLastTwo: readonly [boolean, boolean] = [false, false]
  let drewAt = Number.NEGATIVE_INFINITY
  return {
    click: (pressedAt) => {
      const draws = isDrawing()
      drewLastTwo = [drewLastTwo[1], draws]
      if (draws) drewAt = pressedAt
      return draws || pressedAt - drewAt > DOUBLE_CLICK_MILLISECONDS
    },
    doubleClick: () => {
      if (isDrawing()) return 'finish'
      return drewLastTwo.includes(true) ? 'nothing' : 'approach'
    },
  }
}
