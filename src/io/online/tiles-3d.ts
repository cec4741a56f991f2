import type { CityId } from '../../cities/index.ts'
import { fetchOnline, type FetchLimits } from './fetch-online.ts'
import { areasTouching } from './near-areas.ts'
import { isRecord, readJson } from './read-answer.ts'
import { OnlineError } from './online-fault.ts'
import type { Area } from './service-types.ts'
import type { Streamed } from '../../layers/own/service-request.ts'

const VERSIONS = ['1.0', '1.1']
/** Enough to meet every host that a tileset names in practice. */
const MOST_TILES_LOOKED_AT = 5000
/** Mean radius of the Earth, metres: a place is wanted to a few kilometres only. */
const EARTH_METRES = 6_371_000
/** A root whose volume is wider than this says nothing of the place, degrees. */
const WIDEST_DEGREES = 20

export interface CheckedTiles {
  readonly streamed: Extract<Streamed, { kind: '3dtiles' }>
}

/**
 * Reads a tileset's first document (3D Tiles 1.0, OGC 18-053r2, or 1.1, OGC 22-025r4) and checks what the
 * engine would stumble over: version, root, volume, hosts of the contents, and the place on Earth.
 */
export async function checkTiles(address: URL, areas: readonly Area[], signal: AbortSignal, limits: FetchLimits): Promise<CheckedTiles> {
  const host = address.host
  const tileset = readJson((await fetchOnline(address, 'application/json', signal, limits)).bytes, host)
  const unexpected = (expected: string, found: unknown) =>
    new OnlineError('unexpected', { host, expected, found: String(found).slice(0, 60) })
  if (!isRecord(tileset) || !isRecord(tileset['asset'])) throw unexpected('asset', 'JSON')
  const version = tileset['asset']['version']
  if (typeof version !== 'string' || !VERSIONS.includes(version)) throw unexpected(`asset.version ${VERSIONS.join(' / ')}`, version)
  const root = tileset['root']
  if (!isRecord(root)) throw unexpected('root', root)
  if (typeof root['geometricError'] !== 'number') throw unexpected('root.geometricError', root['geometricError'])
  if (!isRecord(root['boundingVolume'])) throw unexpected('root.boundingVolume', root['boundingVolume'])
  refuseOtherHosts(root, address)
  const box = boxOfVolume(root['boundingVolume'], root['transform'])
  const near = box === null || box[2] - box[0] > WIDEST_DEGREES ? areas : areasTouching(box, areas)
  if (near.length === 0) throw new OnlineError('outside', { host, layer: '3D Tiles' })
  return { streamed: { kind: '3dtiles', url: address.href, cities: near.map(({ cityId }): CityId => cityId) } }
}

/** Contents may lie on other hosts, which nobody switched on: said at once, not by tiles that never come. */
function refuseOtherHosts(root: Readonly<Record<string, unknown>>, address: URL): void {
  const pending: unknown[] = [root]
  for (let count = 0; pending.length > 0 && count < MOST_TILES_LOOKED_AT; count++) {
    const tile = pending.pop()
    if (!isRecord(tile)) continue
    const contents = [tile['content'], ...(Array.isArray(tile['contents']) ? (tile['contents'] as unknown[]) : [])]
    for (const content of contents) {
      const uri = isRecord(content) ? (content['uri'] ?? content['url']) : null
      if (typeof uri !== 'string' || !URL.canParse(uri, address)) continue
      const url = new URL(uri, address)
      if (url.protocol !== 'data:' && url.origin !== address.origin)
        throw new OnlineError('redirect', { host: address.host, other: url.host || url.protocol })
    }
    if (Array.isArray(tile['children'])) pending.push(...(tile['children'] as unknown[]).slice(0, MOST_TILES_LOOKED_AT))
  }
}

/** West, south, east, north in degrees of a volume: exact for a region, rough for a box or a sphere; null where it cannot be told. */
function boxOfVolume(volume: Readonly<Record<string, unknown>>, transform: unknown): [number, number, number, number] | null {
  const degrees = 180 / Math.PI
  const region = numbersOf(volume['region'], 6)
  if (region !== null) return [0, 1, 2, 3].map((index) => (region[index] as number) * degrees) as [number, number, number, number]
  const box = numbersOf(volume['box'], 12)
  const sphere = numbersOf(volume['sphere'], 4)
  const centre = (box ?? sphere)?.slice(0, 3)
  if (centre === undefined) return null
  const radius = sphere !== null ? (sphere[3] as number) : Math.hypot(...(box as number[]).slice(3))
  const [x, y, z] = applyTransform(centre, numbersOf(transform, 16))
  const distance = Math.hypot(x, y, z)
  // Not on the ground: a tileset in coordinates of its own, which the engine would put inside of the Earth.
  if (distance < EARTH_METRES * 0.9 || distance > EARTH_METRES * 1.1) return null
  const longitude = Math.atan2(y, x) * degrees
  // Geocentric latitude is up to 0.19 degrees short of the geodetic one; this brings it within metres.
  const latitude = Math.atan2(z, Math.hypot(x, y) * (1 - 0.00669438)) * degrees
  const spread = (radius / EARTH_METRES) * degrees
  const wide = spread / Math.max(Math.cos(latitude / degrees), 0.01)
  return [longitude - wide, latitude - spread, longitude + wide, latitude + spread]
}

function applyTransform([x = 0, y = 0, z = 0]: readonly number[], matrix: readonly number[] | null): [number, number, number] {
  if (matrix === null) return [x, y, z]
  const row = (index: number) =>
    (matrix[index] as number) * x + (matrix[index + 4] as number) * y + (matrix[index + 8] as number) * z + (matrix[index + 12] as number)
  return [row(0), row(1), row(2)]
}

function numbersOf(value: unknown, count: number): number[] | null {
  return Array.isArray(value) && value.length === count && value.every((part) => typeof part === 'number' && Number.isFinite(part))
    ? (value as number[])
    : null
}
