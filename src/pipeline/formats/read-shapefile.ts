import { SourceError } from '../effects.ts'

/** A line feature of a Shapefile with its attributes as text. */
export interface ShapefileLine {
  readonly attributes: Readonly<Record<string, string>>
  readonly parts: readonly (readonly (readonly [number, number])[])[]
}

/** Shape type of lines. */
const POLYLINE = 3

/**
 * Lines of a Shapefile from the bytes of its `.shp` and `.dbf`. Written here because the reader at
 * hand takes files of one name from a server, and these come out of an archive.
 */
export function readShapefileLines(shp: Uint8Array, dbf: Uint8Array, file: string): ShapefileLine[] {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength)
  if (shp.length < 100 || view.getInt32(0) !== 9994) throw new SourceError(file, `${file} is no Shapefile.`)
  const rows = readDbf(dbf, file)
  const lines: ShapefileLine[] = []
  let [at, index] = [100, 0]
  while (at + 12 <= shp.length) {
    const end = at + 8 + view.getInt32(at + 4) * 2
    if (end > shp.length) throw new SourceError(file, `${file} is truncated: record ${index + 1} ends beyond the file.`)
    const content = at + 8
    if (view.getInt32(content, true) === POLYLINE) {
      const [partCount, pointCount] = [view.getInt32(content + 36, true), view.getInt32(content + 40, true)]
      const starts = Array.from({ length: partCount }, (_, part) => view.getInt32(content + 44 + part * 4, true))
      const points = content + 44 + partCount * 4
      const parts = starts.map((start, part) => {
        const stop = starts[part + 1] ?? pointCount
        return Array.from({ length: stop - start }, (_, point): readonly [number, number] => {
          const offset = points + (start + point) * 16
          return [view.getFloat64(offset, true), view.getFloat64(offset + 8, true)]
        })
      })
      lines.push({ attributes: rows[index] ?? {}, parts })
    }
    at = end
    index++
  }
  return lines
}

function readDbf(dbf: Uint8Array, file: string): Record<string, string>[] {
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  if (dbf.length < 32) throw new SourceError(file, `${file} has no attribute table.`)
  const [count, headerBytes, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  const decoder = new TextDecoder('utf-8')
  const fields: { readonly name: string; readonly width: number }[] = []
  for (let at = 32; at < headerBytes - 1 && dbf[at] !== 0x0d; at += 32) {
    const name = decoder.decode(dbf.subarray(at, at + 11)).replace(/\0.*$/s, '')
    fields.push({ name, width: dbf[at + 16] as number })
  }
  return Array.from({ length: count }, (_, row) => {
    let at = headerBytes + row * rowBytes + 1
    return Object.fromEntries(
      fields.map(({ name, width }) => {
        const text = decoder.decode(dbf.subarray(at, at + width)).trim()
        at += width
        return [name, text]
      }),
    )
  })
}
