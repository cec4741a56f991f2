import type { Position } from '../dataset.ts'

/** A line with what must be equal for two to become one. */
export interface KeyedLine<T> {
  readonly line: readonly Position[]
  readonly value: T
}

/**
 * Joins lines of equal `keyOf` that meet end to end where no third line of that key ends. Direction
 * is not kept. The result does not depend on the order of the input.
 */
export function mergeLines<T>(lines: readonly KeyedLine<T>[], keyOf: (value: T) => string): KeyedLine<T>[] {
  const groups = new Map<string, KeyedLine<T>[]>()
  for (const line of lines) {
    const key = keyOf(line.value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()].flatMap((group) => mergeGroup(group))
}

function mergeGroup<T>(unsorted: readonly KeyedLine<T>[]): KeyedLine<T>[] {
  const group = [...unsorted].sort((a, b) => compareLines(a.line, b.line))
  const ends = new Map<string, number[]>()
  const addEnd = (key: string, index: number): void => {
    const list = ends.get(key)
    if (list === undefined) ends.set(key, [index])
    else list.push(index)
  }
  group.forEach(({ line }, index) => {
    addEnd(keyOfPosition(line[0] as Position), index)
    addEnd(keyOfPosition(line.at(-1) as Position), index)
  })
  const used = new Uint8Array(group.length)
  /** Extends `line` at its end as long as exactly one other unused line goes on from there. */
  const extend = (line: Position[]): void => {
    for (;;) {
      const end = line.at(-1) as Position
      const here = ends.get(keyOfPosition(end)) ?? []
      if (here.length !== 2) return
      const next = here.find((index) => used[index] === 0)
      if (next === undefined) return
      used[next] = 1
      const points = (group[next] as KeyedLine<T>).line
      const forward = keyOfPosition(points[0] as Position) === keyOfPosition(end) ? points : points.toReversed()
      line.push(...forward.slice(1))
    }
  }
  const merged: KeyedLine<T>[] = []
  group.forEach(({ line, value }, index) => {
    if (used[index] === 1) return
    used[index] = 1
    const joined = [...line]
    extend(joined)
    joined.reverse()
    extend(joined)
    joined.reverse()
    merged.push({ line: joined, value })
  })
  return merged
}

function keyOfPosition([x, y]: Position): string {
  return `${Math.round(x * 100)},${Math.round(y * 100)}`
}

function compareLines(a: readonly Position[], b: readonly Position[]): number {
  const [p, q] = [a[0] as Position, b[0] as Position]
  const [r, s] = [a.at(-1) as Position, b.at(-1) as Position]
  return p[0] - q[0] || p[1] - q[1] || r[0] - s[0] || r[1] - s[1] || a.length - b.length
}
