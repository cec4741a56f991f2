import { MeshoptEncoder } from 'meshoptimizer'

/** Positions of a tile in the form in which they are stored. */
export interface QuantisedPositions {
  readonly bytes: Uint8Array
  readonly byteStride: 8 | 12
  /** glTF component type: 5123 unsigned short, 5126 float. */
  readonly componentType: 5123 | 5126
  readonly filter: 'EXPONENTIAL' | null
  /** Smallest and largest stored value of each axis, as the accessor states them. */
  readonly minimum: readonly number[]
  readonly maximum: readonly number[]
  /** Metres: position = stored × scale + translation, on glTF's axes (y up). */
  readonly scale: number
  readonly translation: readonly number[]
}

/** No stored position is further than this from the true one, along each axis. */
export const LARGEST_POSITION_ERROR_METRES = 0.025

/** Step of 16-bit positions. A finer one costs bytes that nobody sees. */
const STEP_METRES = 2 * LARGEST_POSITION_ERROR_METRES

/** Widest box that 16 bits cover. */
const WIDEST_16_BIT_METRES = 65535 * STEP_METRES

/** Step of wider tiles: a power of two, so that floats hold it exactly. */
const WIDE_STEP_METRES = 1 / 32

/**
 * Quantises east, north, up to glTF's x, y up, -z. Tiles of up to 3.2 km take 16 bits; wider ones
 * (only the few at the top) keep floats, rounded to 3 cm, which meshopt stores almost as small.
 */
export function quantisePositions(positions: Float64Array, vertexCount: number): QuantisedPositions {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (let index = 0; index < vertexCount * 3; index++) {
    const axis = index % 3
    const value = positions[index] as number
    if (value < (low[axis] as number)) low[axis] = value
    if (value > (high[axis] as number)) high[axis] = value
  }
  const [west, south, bottom] = low as [number, number, number]
  const [east, north, top] = high as [number, number, number]
  const widest = Math.max(east - west, north - south, top - bottom, 1)
  // One metre of room, as the origin is rounded down to a whole metre.
  return widest <= WIDEST_16_BIT_METRES - 1
    ? quantise16(positions, vertexCount, [west, bottom, -north].map(Math.floor), STEP_METRES)
    : roundFloats(positions, vertexCount, [(west + east) / 2, 0, -(south + north) / 2])
}

function quantise16(positions: Float64Array, vertexCount: number, origin: readonly number[], scale: number): QuantisedPositions {
  const [x, y, z] = origin as [number, number, number]
  const stored = new Uint16Array(vertexCount * 4)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const from = vertex * 3
    stored[vertex * 4] = Math.round(((positions[from] as number) - x) / scale)
    stored[vertex * 4 + 1] = Math.round(((positions[from + 2] as number) - y) / scale)
    stored[vertex * 4 + 2] = Math.round((-(positions[from + 1] as number) - z) / scale)
  }
  return {
    bytes: new Uint8Array(stored.buffer),
    byteStride: 8,
    componentType: 5123,
    filter: null,
    ...findBounds(stored, vertexCount, 4),
    scale,
    translation: origin,
  }
}

function roundFloats(positions: Float64Array, vertexCount: number, centre: readonly [number, number, number]): QuantisedPositions {
  const origin = centre.map((value) => Math.round(value)) as [number, number, number]
  const stored = new Float32Array(vertexCount * 3)
  let largest = 0
  const put = (at: number, value: number): void => {
    const rounded = Math.round(value / WIDE_STEP_METRES) * WIDE_STEP_METRES
    stored[at] = rounded
    largest = Math.max(largest, Math.abs(rounded))
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const at = vertex * 3
    put(at, (positions[at] as number) - origin[0])
    put(at + 1, (positions[at + 2] as number) - origin[1])
    put(at + 2, -(positions[at + 1] as number) - origin[2])
  }
  // The shared exponent is that of the largest value; its mantissa must reach down to the step.
  const bits = Math.min(24, Math.ceil(Math.log2(largest / WIDE_STEP_METRES + 1)) + 2)
  return {
    bytes: MeshoptEncoder.encodeFilterExp(stored, vertexCount, 12, bits, 'SharedComponent'),
    byteStride: 12,
    componentType: 5126,
    filter: 'EXPONENTIAL',
    ...findBounds(stored, vertexCount, 3),
    scale: 1,
    translation: origin,
  }
}

function findBounds(stored: Uint16Array | Float32Array, vertexCount: number, stride: number): { minimum: number[]; maximum: number[] } {
  const minimum = [Infinity, Infinity, Infinity]
  const maximum = [-Infinity, -Infinity, -Infinity]
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    for (let axis = 0; axis < 3; axis++) {
      const value = stored[vertex * stride + axis] as number
      if (value < (minimum[axis] as number)) minimum[axis] = value
      if (value > (maximum[axis] as number)) maximum[axis] = value
    }
  }
  return { minimum, maximum }
}
