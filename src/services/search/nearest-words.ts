import { normaliseText } from './normalise-text.ts'

/** Fewest letters to put in, take out or change to make one text of the other (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[column] as number) + 1, (current[column - 1] as number) + 1))
    }
    previous = current
  }
  return previous[b.length] as number
}

/** The candidates most like the word, best first: one that holds it, or that it begins, is nearer than one mistyped. */
export function nearestWords(word: string, candidates: readonly string[], limit: number): readonly string[] {
  const wanted = normaliseText(word.slice(0, 100))
  const distances = new Map(
    candidates.map((candidate) => {
      const known = normaliseText(candidate)
      const isPart = wanted !== '' && (known.includes(wanted) || wanted.includes(known))
      return [candidate, editDistance(wanted, known) - (isPart ? 100 : 0)]
    }),
  )
  return [...distances.keys()]
    .sort((a, b) => (distances.get(a) as number) - (distances.get(b) as number) || (a < b ? -1 : 1))
    .slice(0, limit)
}
