/** Place of a field's value, or null where it has its default. */
export type FlatTable = (field: number) => number | null

/** A vector that is wholly there. */
interface FlatVector {
  /** Place of its first element. */
  readonly start: number
  readonly length: number
}

/**
 * One FlatBuffers message, read with every offset and count held against the bytes that are there. All throw
 * RangeError where something lies outside.
 */
export interface FlatMessage {
  readonly view: DataView
  /** The table that an offset at `at` leads to. */
  readonly tableAt: (at: number) => FlatTable
  /** The vector of a table's field; empty where it is left out. */
  readonly vector: (table: FlatTable, field: number, elementBytes: number) => FlatVector
  /** A text of a table's field; empty where it is left out. */
  readonly text: (table: FlatTable, field: number) => string
}

/**
 * Parts may lead to the same bytes, which writers use to say a name once. A message that is read more often over
 * than this was made to grow without end.
 */
const MOST_TIMES_OVER = 4
const OFFSET_BYTES = 4
const EMPTY: FlatVector = { start: 0, length: 0 }

/**
 * @param view of the one message alone
 * @param spend told of the bytes of each part before it is read
 */
export function openFlatMessage(view: DataView, spend: (steps: number) => void): FlatMessage {
  let left = view.byteLength * MOST_TIMES_OVER
  const take = (bytes: number): void => {
    spend(bytes)
    left -= bytes
    if (left < 0) throw new RangeError('More is announced than the bytes can hold')
  }
  const vector = (table: FlatTable, field: number, elementBytes: number): FlatVector => {
    const position = table(field)
    if (position === null) return EMPTY
    const start = position + view.getUint32(position, true) + OFFSET_BYTES
    const length = view.getUint32(start - OFFSET_BYTES, true)
    if (start + length * elementBytes > view.byteLength) throw new RangeError('A vector is longer than what holds it')
    take(length * elementBytes)
    return { start, length }
  }
  return {
    view,
    vector,
    tableAt: (at) => {
      take(OFFSET_BYTES)
      const table = at + view.getUint32(at, true)
      const fields = table - view.getInt32(table, true)
      const fieldBytes = view.getUint16(fields, true)
      return (field) => {
        const entry = 4 + field * 2
        const offset = entry < fieldBytes ? view.getUint16(fields + entry, true) : 0
        return offset === 0 ? null : table + offset
      }
    },
    text: (table, field) => {
      const { start, length } = vector(table, field, 1)
      return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start, length))
    },
  }
}
