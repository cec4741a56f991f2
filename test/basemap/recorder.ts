import type { TileContext } from '../../src/basemap/sheet.ts'

/** One call of a canvas context, or one property that was set (`=lineWidth`). */
export type Call = readonly [name: string, ...values: unknown[]]

const METHODS = [
  'setTransform',
  'setLineDash',
  'fillRect',
  'beginPath',
  'moveTo',
  'lineTo',
  'closePath',
  'rect',
  'fill',
  'stroke',
  'clip',
  'save',
  'restore',
  'translate',
  'rotate',
  'arc',
  'fillText',
  'strokeText',
] as const

/** A canvas context that draws nothing and keeps every call in order. Letters are 7 px wide. */
export function createRecorder(): { readonly context: TileContext; readonly calls: Call[] } {
  const calls: Call[] = []
  const values = new Map<PropertyKey, unknown>([['globalAlpha', 1]])
  const methods: Record<string, unknown> = Object.fromEntries(
    METHODS.map((name) => [name, (...parameters: unknown[]) => void calls.push([name, ...parameters])]),
  )
  methods['measureText'] = (text: string) => ({ width: text.length * 7 })
  const context = new Proxy(
    {},
    {
      get: (_target, key) => methods[String(key)] ?? values.get(key),
      set: (_target, key, value) => {
        values.set(key, value)
        calls.push([`=${String(key)}`, value])
        return true
      },
    },
  ) as TileContext
  return { context, calls }
}

/** Each fill or stroke with the state that it was made with and the path's points. */
export interface Mark {
  readonly kind: 'fill' | 'stroke' | 'clip'
  readonly colour: unknown
  readonly width: unknown
  readonly dash: unknown
  readonly points: readonly (readonly [number, number])[]
}

export function marksOf(calls: readonly Call[]): Mark[] {
  const marks: Mark[] = []
  let state: Record<string, unknown> = {}
  const saved: Record<string, unknown>[] = []
  let points: [number, number][] = []
  for (const [name, ...values] of calls) {
    if (name.startsWith('=')) state[name.slice(1)] = values[0]
    else if (name === 'setLineDash') state['dash'] = values[0]
    else if (name === 'save') saved.push({ ...state })
    else if (name === 'restore') state = saved.pop() ?? {}
    else if (name === 'beginPath') points = []
    else if (name === 'moveTo' || name === 'lineTo') points.push([values[0] as number, values[1] as number])
    else if (name === 'fill' || name === 'stroke' || name === 'clip') {
      marks.push({
        kind: name,
        colour: name === 'fill' ? state['fillStyle'] : state['strokeStyle'],
        width: state['lineWidth'],
        dash: state['dash'],
        points,
      })
    }
  }
  return marks
}
