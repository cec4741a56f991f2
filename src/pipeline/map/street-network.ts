import type { Position } from '../dataset.ts'

/** A way that a vehicle can follow. */
export interface NetworkWay {
  readonly line: readonly Position[]
  /** Traffic runs in the line's direction only. */
  readonly isOneWay: boolean
  /** Above 1 for ways that a bus line rarely takes. */
  readonly costFactor: number
}

/** A place on an edge of the network. */
interface Foot {
  readonly from: number
  readonly to: number
  /** Metres from the edge's first node. */
  readonly along: number
  readonly length: number
  readonly place: Position
  readonly distance: number
  readonly factors: readonly [number, number]
}

export interface StreetNetwork {
  /**
   * The way from `a` to `b` along the network, both ends at their feet on it; null where an end is
   * farther than `snapMetres` away or the way is a detour.
   */
  readonly route: (a: Position, b: Position) => Position[] | null
}

/** Against a one-way street a route may still run (bus lanes), but at this price a metre. */
const AGAINST_ONE_WAY = 4
const CELL_METRES = 60
/** Feet tried at each end, nearest first: the nearest street is not always the one with the stop. */
const FEET = 4
/** Extra cost of a foot per metre of its distance, so that the street with the stop wins. */
const SNAP_COST = 3

/** Longest way between two stops that is taken for the line's course, by their straight distance. */
function longestWay(straightMetres: number): number {
  return straightMetres * 1.8 + 250
}

/** Builds the network; ways meet where they share a point (to a decimetre). */
export function createStreetNetwork(ways: readonly NetworkWay[], snapMetres: number): StreetNetwork {
  const nodes: Position[] = []
  const indexOf = new Map<string, number>()
  const links: { readonly to: number; readonly length: number; readonly cost: number }[][] = []
  const cells = new Map<string, Omit<Foot, 'along' | 'place' | 'distance'>[]>()
  const nodeAt = (position: Position): number => {
    const key = `${Math.round(position[0] * 10)},${Math.round(position[1] * 10)}`
    let index = indexOf.get(key)
    if (index === undefined) {
      index = nodes.push(position) - 1
      links.push([])
      indexOf.set(key, index)
    }
    return index
  }
  const cellOf = (value: number): number => Math.floor(value / CELL_METRES)
  for (const { line, isOneWay, costFactor } of ways) {
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1] as Position, line[at] as Position]
      const [from, to] = [nodeAt(a), nodeAt(b)]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      if (from === to || length === 0) continue
      const factors = [costFactor, costFactor * (isOneWay ? AGAINST_ONE_WAY : 1)] as const
      links[from]?.push({ to, length, cost: length * factors[0] })
      links[to]?.push({ to: from, length, cost: length * factors[1] })
      const edge = { from, to, length, factors }
      for (let x = cellOf(Math.min(a[0], b[0]) - snapMetres); x <= cellOf(Math.max(a[0], b[0]) + snapMetres); x++) {
        for (let y = cellOf(Math.min(a[1], b[1]) - snapMetres); y <= cellOf(Math.max(a[1], b[1]) + snapMetres); y++) {
          const key = `${x},${y}`
          const list = cells.get(key)
          if (list === undefined) cells.set(key, [edge])
          else list.push(edge)
        }
      }
    }
  }

  const findFeet = ([x, y]: Position): Foot[] => {
    const feet: Foot[] = []
    for (const edge of cells.get(`${cellOf(x)},${cellOf(y)}`) ?? []) {
      const [a, b] = [nodes[edge.from] as Position, nodes[edge.to] as Position]
      const [dx, dy] = [(b[0] - a[0]) / edge.length, (b[1] - a[1]) / edge.length]
      const along = Math.min(edge.length, Math.max(0, (x - a[0]) * dx + (y - a[1]) * dy))
      const place: Position = [a[0] + dx * along, a[1] + dy * along]
      const distance = Math.hypot(place[0] - x, place[1] - y)
      if (distance <= snapMetres) feet.push({ ...edge, along, place, distance })
    }
    return feet.sort((p, q) => p.distance - q.distance || p.from - q.from || p.to - q.to).slice(0, FEET)
  }

  const route = (a: Position, b: Position): Position[] | null => {
    const [starts, ends] = [findFeet(a), findFeet(b)]
    if (starts.length === 0 || ends.length === 0) return null
    const limit = longestWay(Math.hypot(b[0] - a[0], b[1] - a[1]))
    const cost = new Map<number, number>()
    const cameFrom = new Map<number, number>()
    const metres = new Map<number, number>()
    const startOf = new Map<number, Foot>()
    const queue = createHeap()
    const reach = (node: number, value: number, length: number, before: number, foot: Foot): void => {
      if (length > limit || value >= (cost.get(node) ?? Infinity)) return
      cost.set(node, value)
      metres.set(node, length)
      cameFrom.set(node, before)
      startOf.set(node, foot)
      queue.push(node, value)
    }
    let best: { readonly value: number; readonly path: Position[]; readonly length: number } | null = null
    for (const start of starts) {
      const snap = start.distance * SNAP_COST
      for (const end of ends) {
        if (end.from !== start.from || end.to !== start.to) continue
        const length = Math.abs(end.along - start.along)
        const value = snap + end.distance * SNAP_COST + length * start.factors[end.along >= start.along ? 0 : 1]
        if (best === null || value < best.value) best = { value, path: [start.place, end.place], length }
      }
      reach(start.to, snap + (start.length - start.along) * start.factors[0], start.length - start.along, -1, start)
      reach(start.from, snap + start.along * start.factors[1], start.along, -1, start)
    }
    const done = new Set<number>()
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (done.has(node)) continue
      done.add(node)
      const value = cost.get(node) as number
      if (best !== null && value >= best.value) break
      const length = metres.get(node) as number
      for (const end of ends) {
        const isFrom = end.from === node
        if (!isFrom && end.to !== node) continue
        const rest = isFrom ? end.along : end.length - end.along
        const total = value + rest * end.factors[isFrom ? 0 : 1] + end.distance * SNAP_COST
        if (best === null || total < best.value) best = { value: total, path: trace(node, end), length: length + rest }
      }
      for (const link of links[node] ?? []) reach(link.to, value + link.cost, length + link.length, node, startOf.get(node) as Foot)
    }
    return best === null || best.length > limit ? null : best.path

    function trace(node: number, end: Foot): Position[] {
      const path: Position[] = [end.place]
      let at = node
      for (;;) {
        path.push(nodes[at] as Position)
        const before = cameFrom.get(at) as number
        if (before < 0) break
        at = before
      }
      path.push((startOf.get(node) as Foot).place)
      return path.reverse()
    }
  }
  return { route }
}

/** Binary heap of node and priority. */
function createHeap() {
  const items: (readonly [number, number])[] = []
  const push = (node: number, priority: number): void => {
    let at = items.push([node, priority]) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((items[parent] as readonly [number, number])[1] <= priority) break
      items[at] = items[parent] as readonly [number, number]
      at = parent
    }
    items[at] = [node, priority]
  }
  const pop = (): number | undefined => {
    const top = items[0]
    const last = items.pop()
    if (top === undefined || last === undefined) return undefined
    if (items.length > 0) {
      let at = 0
      for (;;) {
        let child = at * 2 + 1
        if (child >= items.length) break
        if (child + 1 < items.length && (items[child + 1] as readonly [number, number])[1] < (items[child] as readonly [number, number])[1])
          child++
        if ((items[child] as readonly [number, number])[1] >= last[1]) break
        items[at] = items[child] as readonly [number, number]
        at = child
      }
      items[at] = last
    }
    return top[0]
  }
  return { push, pop }
}
