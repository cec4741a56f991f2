import { inflateSync } from 'node:zlib'

/** An image of 8-bit RGB, rows from the top. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/**
 * Decodes the kind of PNG that Chromium takes screenshots in: 8-bit RGB or RGBA, not interlaced
 * (PNG specification, third edition, section 9 for the filters). Throws on any other.
 */
export function decodePng(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height, depth, colourType, interlace] = [
    view.getUint32(16),
    view.getUint32(20),
    view.getUint8(24),
    view.getUint8(25),
    view.getUint8(28),
  ]
  if (depth !== 8 || interlace !== 0 || (colourType !== 2 && colourType !== 6)) {
    throw new Error(`A PNG of depth ${depth}, colour type ${colourType} and interlace ${interlace} is not expected`)
  }
  const parts: Uint8Array[] = []
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const channels = colourType === 6 ? 4 : 3
  const rows = unfilterRows(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
  if (channels === 3) return { width, height, rgb: rows }
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgb[pixel * 3 + channel] = rows[pixel * 4 + channel] ?? 0
  }
  return { width, height, rgb }
}

function unfilterRows(data: Uint8Array, rowBytes: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height)
  for (let row = 0; row < height; row++) {
    const filter = data[row * (rowBytes + 1)] ?? 0
    for (let column = 0; column < rowBytes; column++) {
      const at = row * rowBytes + column
      const left = column >= channels ? (out[at - channels] ?? 0) : 0
      const up = row > 0 ? (out[at - rowBytes] ?? 0) : 0
      const corner = row > 0 && column >= channels ? (out[at - rowBytes - channels] ?? 0) : 0
      out[at] = (data[row * (rowBytes + 1) + 1 + column] ?? 0) + predict(filter, left, up, corner)
    }
  }
  return out
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Share of pixels, 0-1, of which some channel differs by more than `tolerance` of 255. */
export function shareOfDifference(a: Pixels, b: Pixels, tolerance = 12): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error('Images of different size')
  let different = 0
  for (let at = 0; at < a.rgb.length; at += 3) {
    const most = Math.max(...[0, 1, 2].map((channel) => Math.abs((a.rgb[at + channel] ?? 0) - (b.rgb[at + channel] ?? 0))))
    if (most > tolerance) different++
  }
  return different / (a.width * a.height)
}

/** Mean lightness, 0-255 (Rec. 709 weights on the stored values). */
export function meanLightness({ rgb }: Pixels): number {
  let sum = 0
  for (let at = 0; at < rgb.length; at += 3) {
    sum += 0.2126 * (rgb[at] ?? 0) + 0.7152 * (rgb[at + 1] ?? 0) + 0.0722 * (rgb[at + 2] ?? 0)
  }
  return sum / (rgb.length / 3)
}
