/**
 * The box of a GeoPackage geometry, from the envelope in its header: west, south, east, north in the
 * layer's CRS; null where the blob is none or carries no envelope. (OGC 12-128r19, clause 2.1.3.)
 */
export function readGeoPackageBox(blob: unknown): readonly [number, number, number, number] | null {
  if (!(blob instanceof Uint8Array) || blob.length < 40 || blob[0] !== 0x47 || blob[1] !== 0x50) return null
  const flags = blob[3] as number
  const isLittleEndian = (flags & 1) === 1
  if (((flags >> 1) & 7) === 0) return null
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  // The header's order is minimum x, maximum x, minimum y, maximum y.
  const [west, east, south, north] = [8, 16, 24, 32].map((offset) => view.getFloat64(offset, isLittleEndian)) as [
    number,
    number,
    number,
    number,
  ]
  return [west, south, east, north]
}
