import type { PlannedPicture } from '../../layers/planned/types.ts'

/** A picture whose parts are those before where they say the same: what is shown of them is not made anew. */
export function keepUnchanged(before: PlannedPicture | undefined, next: PlannedPicture): PlannedPicture {
  if (before === undefined) return next
  const keep = <Key extends keyof PlannedPicture>(key: Key): PlannedPicture[Key] =>
    JSON.stringify(before[key]) === JSON.stringify(next[key]) ? before[key] : next[key]
  return { volumes: keep('volumes'), hidden: keep('hidden'), lines: keep('lines'), points: keep('points') }
}
