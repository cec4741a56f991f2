/** Longest number that is typed. */
const MOST_CHARACTERS = 8

/** The number that was typed, with a comma or a point; null where it is none. */
export function readTyped(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : null
}

/** What stands typed after one more key; as before where the key is no part of a number. */
export function typeKey(typed: string, key: string): string {
  const next = typed + key
  return /^-?\d*[.,]?\d*$/.test(next) && next.length <= MOST_CHARACTERS ? next : typed
}
