import { quoteFound, type IssueValues } from '../issue-log.ts'
import { ringCrosses } from '../ring-crosses.ts'
import { endRing, endShape, type ShapeKind, type ShapeStore, type ShapeStores } from '../shape-stores.ts'

/** Why one feature cannot be used. */
export class GeometryFault extends Error {
  readonly messageKey: string
  readonly values: IssueValues
  constructor(messageKey: string, values: IssueValues = {}) {
    super(messageKey)
    this.messageKey = messageKey
    this.values = values
  }
}

/** Something to say of a feature that shows all the same. */
export type Remark = (messageKey: string, values?: IssueValues) => void

/** No CRS on Earth has numbers beyond this; what has comes from a fault. */
const LARGEST_COORDINATE = 1e9
const DEEPEST_COLLECTION = 4

/** What a reader of geometry writes into and reports to. */
export interface GeometryTarget {
  readonly stores: ShapeStores
  readonly row: number
  readonly remark: Remark
  /** Vertices that may still be taken. */
  readonly vertexBudget: number
}

/**
 * Reads a GeoJSON geometry of unknown make into flat arrays; numbers beyond the first two of a position
 * (height, measure) are dropped. A ring that is left open is closed.
 *
 * @returns how many vertices were taken
 * @throws GeometryFault where it is no geometry; what was written so far is then to be taken back
 */
export function readGeometry(geometry: unknown, target: GeometryTarget, depth = 0): number {
  if (geometry === null || geometry === undefined) throw new GeometryFault('imports.issue.noGeometry')
  if (typeof geometry !== 'object') throw new GeometryFault('imports.issue.geometryType', { found: quoteFound(geometry) })
  const { type, coordinates, geometries } = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown }
  switch (type) {
    case 'Point':
      return readPoints([coordinates], target)
    case 'MultiPoint':
      return readPoints(listOf(coordinates), target)
    case 'LineString':
      return readParts([coordinates], target, 'lines', readLine)
    case 'MultiLineString':
      return readParts(listOf(coordinates), target, 'lines', readLine)
    case 'Polygon':
      return readParts(listOf(coordinates), target, 'polygons', readRing)
    // Even-odd over all rings: parts of one polygon neither overlap nor need an order.
    case 'MultiPolygon':
      return readParts(listOf(coordinates).flatMap(listOf), target, 'polygons', readRing)
    case 'GeometryCollection': {
      if (depth >= DEEPEST_COLLECTION) throw new GeometryFault('imports.issue.collectionDeep', { most: DEEPEST_COLLECTION })
      let taken = 0
      for (const part of listOf(geometries)) {
        taken += readGeometry(part, { ...target, vertexBudget: target.vertexBudget - taken }, depth + 1)
      }
      return taken
    }
    default:
      throw new GeometryFault('imports.issue.geometryType', { found: quoteFound(type) })
  }
}

/** A list with something in it. */
function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GeometryFault('imports.issue.position', { found: quoteFound(value) })
  if (value.length === 0) throw new GeometryFault('imports.issue.emptyGeometry')
  return value
}

function readPoints(points: readonly unknown[], { stores, row, vertexBudget }: GeometryTarget): number {
  if (points.length > vertexBudget) throw new GeometryFault('imports.issue.tooManyVertices', { found: points.length })
  const { points: store } = stores
  for (const point of points) {
    pushPosition(store, point)
    endRing(store)
    endShape(store, row)
  }
  return points.length
}

type ReadPart = (store: ShapeStore, positions: readonly unknown[], remark: Remark) => void

function readParts(parts: readonly unknown[], target: GeometryTarget, kind: ShapeKind, readPart: ReadPart): number {
  const store = target.stores[kind]
  let taken = 0
  for (const part of parts) {
    const positions = listOf(part)
    taken += positions.length
    if (taken > target.vertexBudget) throw new GeometryFault('imports.issue.tooManyVertices', { found: taken })
    readPart(store, positions, target.remark)
    endRing(store)
  }
  endShape(store, target.row)
  return taken
}

function readLine(store: ShapeStore, positions: readonly unknown[]): void {
  if (positions.length < 2) throw new GeometryFault('imports.issue.lineShort', { found: positions.length })
  for (const position of positions) pushPosition(store, position)
}

function readRing(store: ShapeStore, positions: readonly unknown[], remark: Remark): void {
  const from = store.positions.length
  for (const position of positions) pushPosition(store, position)
  const [firstX, firstY] = [store.positions.at(from), store.positions.at(from + 1)]
  const isClosed = store.positions.at(store.positions.length - 2) === firstX && store.positions.at(store.positions.length - 1) === firstY
  if (positions.length < (isClosed ? 4 : 3)) throw new GeometryFault('imports.issue.ringShort', { found: positions.length })
  if (!isClosed) {
    store.positions.push(firstX)
    store.positions.push(firstY)
    remark('imports.issue.ringOpen')
  }
  if (ringCrosses(store.positions.view(), from / 2, store.positions.length / 2)) remark('imports.issue.ringCrosses')
}

function pushPosition(store: ShapeStore, position: unknown): void {
  if (!Array.isArray(position) || position.length < 2) {
    throw new GeometryFault(Array.isArray(position) && position.length === 0 ? 'imports.issue.emptyGeometry' : 'imports.issue.position', {
      found: quoteFound(position),
    })
  }
  store.positions.push(checkNumber(position[0]))
  store.positions.push(checkNumber(position[1]))
}

function checkNumber(value: unknown): number {
  if (typeof value === 'string') throw new GeometryFault('imports.issue.coordinateText', { found: quoteFound(value) })
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new GeometryFault('imports.issue.coordinateNotNumber', { found: typeof value === 'number' ? String(value) : quoteFound(value) })
  }
  if (Math.abs(value) > LARGEST_COORDINATE) throw new GeometryFault('imports.issue.coordinateHuge', { found: value.toPrecision(3) })
  return value
}
