/** More frames would take the better part of an hour. */
export const MOST_FRAMES = 288
const LAST_MINUTE = 1439

/** Minutes of the day from the first to the last, both counted, in equal steps; none where the last comes before the first. */
export function listFrameMinutes(fromMinutes: number, toMinutes: number, stepMinutes: number): readonly number[] {
  if (!(stepMinutes >= 1) || toMinutes < fromMinutes) return []
  const count = Math.floor((toMinutes - fromMinutes) / stepMinutes) + 1
  return Array.from({ length: Math.min(count, MOST_FRAMES) }, (_, frame) => fromMinutes + frame * stepMinutes)
}

/** Minutes of a clock time as a time field writes it, `07:30`; null where it is none. */
export function readClock(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number.isInteger(total) && total <= LAST_MINUTE ? total : null
}
