/** Index of an id in a list sorted by UTF-16 code units, as the files are; -1 where it is not. */
export function findSorted(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const candidate = ids[middle] as string
    if (candidate === id) return middle
    if (candidate < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
