/**
 * What was, what is, and what was undone. States are never copied: neighbours share whatever did not change between
 * them, so a thousand steps cost little more than what they changed. There is no limit to them.
 */
export interface History<State> {
  /** The oldest first. */
  readonly past: readonly State[]
  readonly present: State
  /** The one that was undone last is the last. */
  readonly future: readonly State[]
}

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] }
}

/** Takes a step. What was undone before is gone; where nothing changes, so is nothing. */
export function takeStep<State>(history: History<State>, next: State): History<State> {
  return next === history.present ? history : { past: [...history.past, history.present], present: next, future: [] }
}

/** Goes on with the last step instead of taking another: many moves of a pointer are one step. */
export function amendStep<State>(history: History<State>, next: State): History<State> {
  return next === history.present ? history : { past: history.past, present: next, future: [] }
}

/** One step back; the same history where there is none. */
export function undoStep<State>(history: History<State>): History<State> {
  const { past, present, future } = history
  return past.length === 0 ? history : { past: past.slice(0, -1), present: past.at(-1) as State, future: [...future, present] }
}

/** Takes again the step that was undone last; the same history where there is none. */
export function redoStep<State>(history: History<State>): History<State> {
  const { past, present, future } = history
  return future.length === 0 ? history : { past: [...past, present], present: future.at(-1) as State, future: future.slice(0, -1) }
}
