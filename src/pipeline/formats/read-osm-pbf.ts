import { unzlibSync } from 'fflate'
import { PbfReader } from 'pbf'
import { SourceError } from '../effects.ts'

/** A node, way or relation with tags. */
export interface OsmElement {
  readonly type: 'node' | 'way' | 'relation'
  readonly id: number
  readonly tags: Readonly<Record<string, string>>
  /** Longitude, latitude: of the node, along the way, or along the relation's outer ways one after the other. */
  readonly positions: readonly (readonly [number, number])[]
}

export interface OsmExtract {
  /** Box that the extract states to cover whole: west, south, east, north in degrees. */
  readonly boxDegrees: readonly [number, number, number, number]
  /** Elements with tags, in the order of the file. */
  readonly elements: readonly OsmElement[]
}

/** What the format may ask of a reader; any other feature changes what the numbers mean. */
const KNOWN_FEATURES: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']

/** The file counts in thousand-millionths of a degree. */
const NANO_DEGREES = 1e-9

/**
 * Reads an OpenStreetMap extract (`.osm.pbf`). Members that lie outside the extract are passed over.
 * Throws a `SourceError` for a file that is truncated, states no box, or needs what cannot be read here.
 * Format: wiki.openstreetmap.org/wiki/PBF_Format
 */
export function readOsmPbf(bytes: Uint8Array, file: string): OsmExtract {
  const fail = (what: string): never => {
    throw new SourceError(file, `${file} is no OpenStreetMap extract (.osm.pbf) that can be read here: ${what}.`)
  }
  const store: Store = { nodes: new Map(), ways: new Map(), elements: [] }
  let boxDegrees: OsmExtract['boxDegrees'] | null = null
  for (const { type, data } of readBlobs(bytes, fail)) {
    if (type === 'OSMHeader') boxDegrees = readHeader(data, fail)
    else if (type === 'OSMData') readBlock(data, store)
  }
  return { boxDegrees: boxDegrees ?? fail('it states no box that it covers'), elements: store.elements }
}

interface Store {
  readonly nodes: Map<number, readonly [number, number]>
  readonly ways: Map<number, readonly number[]>
  readonly elements: OsmElement[]
}

interface Blob {
  readonly type: string
  readonly data: Uint8Array
}

function* readBlobs(bytes: Uint8Array, fail: (what: string) => never): Generator<Blob> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length;) {
    const headerEnd = at + 4 + (at + 4 > bytes.length ? Infinity : view.getUint32(at))
    if (headerEnd > bytes.length) fail(`it is truncated at byte ${at}`)
    const header = new PbfReader(bytes.subarray(at + 4, headerEnd)).readFields(
      (tag, result, pbf) => {
        if (tag === 1) result.type = pbf.readString()
        else if (tag === 3) result.size = pbf.readVarint()
      },
      { type: '', size: 0 },
    )
    at = headerEnd + header.size
    if (at > bytes.length) fail(`it is truncated at byte ${headerEnd}`)
    const data = new PbfReader(bytes.subarray(headerEnd, at)).readFields<{ bytes: Uint8Array | null }>(
      (tag, result, pbf) => {
        if (tag === 1) result.bytes = pbf.readBytes()
        else if (tag === 3) result.bytes = unzlibSync(pbf.readBytes())
      },
      { bytes: null },
    ).bytes
    yield { type: header.type, data: data ?? fail('a block is neither plain nor deflated') }
  }
}

function readHeader(data: Uint8Array, fail: (what: string) => never): OsmExtract['boxDegrees'] | null {
  const header = new PbfReader(data).readFields<{ box: number[] | null; features: string[] }>(
    (tag, result, pbf) => {
      if (tag === 1) {
        // left, right, top, bottom
        result.box = pbf.readMessage((side, sides: number[], message) => {
          sides[side - 1] = message.readSVarint() * NANO_DEGREES
        }, [])
      } else if (tag === 4) result.features.push(pbf.readString())
    },
    { box: null, features: [] },
  )
  const unknown = header.features.find((feature) => !KNOWN_FEATURES.includes(feature))
  if (unknown !== undefined) fail(`it needs "${unknown}"`)
  const [left, right, top, bottom] = header.box ?? []
  return left === undefined || right === undefined || top === undefined || bottom === undefined ? null : [left, bottom, right, top]
}

interface Block {
  readonly texts: string[]
  readonly groups: Uint8Array[]
  /** Nano-degrees a unit, and of the origin. */
  granularity: number
  latitudeOffset: number
  longitudeOffset: number
}

function readBlock(data: Uint8Array, store: Store): void {
  const block = new PbfReader(data).readFields<Block>(
    (tag, result, pbf) => {
      if (tag === 1)
        pbf.readMessage((field, texts: string[], table) => {
          if (field === 1) texts.push(table.readString())
        }, result.texts)
      else if (tag === 2) result.groups.push(pbf.readBytes())
      else if (tag === 17) result.granularity = pbf.readVarint()
      else if (tag === 19) result.latitudeOffset = pbf.readVarint(true)
      else if (tag === 20) result.longitudeOffset = pbf.readVarint(true)
    },
    { texts: [], groups: [], granularity: 100, latitudeOffset: 0, longitudeOffset: 0 },
  )
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, _result, pbf) => {
      if (tag === 1) readNode(pbf.readBytes(), block, store)
      else if (tag === 2) readDenseNodes(pbf.readBytes(), block, store)
      else if (tag === 3) readWay(pbf.readBytes(), block, store)
      else if (tag === 4) readRelation(pbf.readBytes(), block, store)
    }, null)
  }
}

function addNode(id: number, latitude: number, longitude: number, tags: OsmElement['tags'], block: Block, store: Store): void {
  const position = [
    (block.longitudeOffset + block.granularity * longitude) * NANO_DEGREES,
    (block.latitudeOffset + block.granularity * latitude) * NANO_DEGREES,
  ] as const
  store.nodes.set(id, position)
  if (hasAny(tags)) store.elements.push({ type: 'node', id, tags, positions: [position] })
}

function readNode(data: Uint8Array, block: Block, store: Store): void {
  const node = readTagged(data, (tag, result, pbf) => {
    if (tag === 1) result.id = pbf.readSVarint()
    else if (tag === 8) result.numbers[0] = pbf.readSVarint()
    else if (tag === 9) result.numbers[1] = pbf.readSVarint()
  })
  addNode(node.id, node.numbers[0] ?? 0, node.numbers[1] ?? 0, tagsOf(node, block), block, store)
}

/** Ids, places and tags of many nodes, each number as the difference to the one before. */
function readDenseNodes(data: Uint8Array, block: Block, store: Store): void {
  const dense = new PbfReader(data).readFields(
    (tag, result, pbf) => {
      if (tag === 1) pbf.readPackedSVarint(result.ids)
      else if (tag === 8) pbf.readPackedSVarint(result.latitudes)
      else if (tag === 9) pbf.readPackedSVarint(result.longitudes)
      else if (tag === 10) pbf.readPackedVarint(result.tags)
    },
    { ids: [] as number[], latitudes: [] as number[], longitudes: [] as number[], tags: [] as number[] },
  )
  let [id, latitude, longitude, at] = [0, 0, 0, 0]
  dense.ids.forEach((step, index) => {
    id += step
    latitude += dense.latitudes[index] ?? 0
    longitude += dense.longitudes[index] ?? 0
    const tags: Record<string, string> = {}
    for (; (dense.tags[at] ?? 0) !== 0; at += 2) tags[textAt(block, dense.tags[at])] = textAt(block, dense.tags[at + 1])
    at++
    addNode(id, latitude, longitude, tags, block, store)
  })
}

function readWay(data: Uint8Array, block: Block, store: Store): void {
  const way = readTagged(data, (tag, result, pbf) => {
    if (tag === 1) result.id = pbf.readVarint()
    else if (tag === 8) pbf.readPackedSVarint(result.numbers)
  })
  const nodes = undoSteps(way.numbers)
  store.ways.set(way.id, nodes)
  const tags = tagsOf(way, block)
  if (hasAny(tags)) store.elements.push({ type: 'way', id: way.id, tags, positions: placesOf(nodes, store) })
}

const WAY_MEMBER = 1

function readRelation(data: Uint8Array, block: Block, store: Store): void {
  const roles: number[] = []
  const types: number[] = []
  const relation = readTagged(data, (tag, result, pbf) => {
    if (tag === 1) result.id = pbf.readVarint()
    else if (tag === 8) pbf.readPackedVarint(roles)
    else if (tag === 9) pbf.readPackedSVarint(result.numbers)
    else if (tag === 10) pbf.readPackedVarint(types)
  })
  const outer = undoSteps(relation.numbers).filter((_, index) => types[index] === WAY_MEMBER && textAt(block, roles[index]) !== 'inner')
  const tags = tagsOf(relation, block)
  if (!hasAny(tags)) return
  store.elements.push({
    type: 'relation',
    id: relation.id,
    tags,
    positions: outer.flatMap((way) => placesOf(store.ways.get(way) ?? [], store)),
  })
}

interface Tagged {
  id: number
  readonly keys: number[]
  readonly values: number[]
  readonly numbers: number[]
}

function readTagged(data: Uint8Array, readField: (tag: number, result: Tagged, pbf: PbfReader) => void): Tagged {
  return new PbfReader(data).readFields<Tagged>(
    (tag, result, pbf) => {
      if (tag === 2) pbf.readPackedVarint(result.keys)
      else if (tag === 3) pbf.readPackedVarint(result.values)
      else readField(tag, result, pbf)
    },
    { id: 0, keys: [], values: [], numbers: [] },
  )
}

function tagsOf({ keys, values }: Tagged, block: Block): OsmElement['tags'] {
  return Object.fromEntries(keys.map((key, index) => [textAt(block, key), textAt(block, values[index])]))
}

function textAt({ texts }: Block, index: number | undefined): string {
  return texts[index ?? 0] ?? ''
}

function undoSteps(steps: readonly number[]): number[] {
  let value = 0
  return steps.map((step) => (value += step))
}

function placesOf(nodes: readonly number[], store: Store): (readonly [number, number])[] {
  return nodes.flatMap((node) => {
    const place = store.nodes.get(node)
    return place === undefined ? [] : [place]
  })
}

function hasAny(tags: OsmElement['tags']): boolean {
  return Object.keys(tags).length > 0
}
