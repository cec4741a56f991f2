import { createLocalPlane, type LocalPlane } from '../../geo/local-plane.ts'
import type { OpenRing, Point } from '../../geo/open-rings.ts'
import { distanceMetres, listEdges, polygonSquareMetres, ringSquareMetres } from '../shape/measure-shape.ts'
import type { LonLat, Polygon } from '../types.ts'
import { placeCarried } from './place-buildings.ts'
import { toPolygon } from './reshape.ts'
import type { DrawTool, ReshapeTool, ScenarioTool } from './types.ts'

/** What shows of a tool in one city, as longitude and latitude. */
export interface ToolPreview {
  readonly cityId: string
  /** The line so far. */
  readonly line: readonly LonLat[]
  /** What was snapped to. */
  readonly guide: readonly LonLat[]
  readonly dots: readonly LonLat[]
  /** Lengths of edges, each at its middle. */
  readonly lengths: readonly { readonly position: LonLat; readonly metres: number }[]
  readonly blocks: readonly PreviewBlock[]
  readonly isRefused: boolean
}

interface PreviewBlock {
  readonly footprint: Polygon
  /** Either may be told: a height, or storeys by whose rule it follows. */
  readonly heightMetres: number | null
  readonly storeys: number
}

/** What shows while a tool is used; null for one that shows nothing. */
export function previewTool(tool: ScenarioTool): ToolPreview | null {
  switch (tool.mode) {
    case 'draw':
      return previewDrawing(tool)
    case 'move':
    case 'copy':
    case 'rotate':
    case 'split':
      return previewReshaping(tool)
    case 'place': {
      if (tool.cursor === null) return null
      const footprints = placeCarried(tool.carried, tool.cursor.position)
      const blocks = footprints.map((footprint, at) => ({
        footprint,
        heightMetres: tool.carried[at]?.heightMetres ?? null,
        storeys: tool.carried[at]?.storeys ?? 1,
      }))
      return { ...NOTHING, cityId: tool.cursor.cityId, blocks }
    }
    case 'gather':
      return { ...NOTHING, cityId: tool.cityId, line: tool.area[0] ?? [] }
    case 'pull':
    case 'stop':
    case 'remove':
      return null
  }
}

const NOTHING = { line: [], guide: [], dots: [], lengths: [], blocks: [], isRefused: false } as const

function previewDrawing(tool: DrawTool): ToolPreview | null {
  const { origin, cursor, what, storeys } = tool
  const cityId = tool.cityId ?? tool.pointed
  if (origin === null || cityId === null) return null
  const plane = createLocalPlane(origin)
  const shape = cornersWithCursor(tool)
  const isArea = what !== 'add-line' && shape.length > 2
  const isClosed = isArea && cursor?.kind === 'close'
  const hasBlock = isArea && (what === 'add-building' || what === 'plan-rule') && tool.refusal !== 'crosses'
  return {
    cityId,
    line: [...shape, ...(isClosed && shape[0] !== undefined ? [shape[0]] : [])].map(plane.toDegrees),
    guide: (cursor?.guide ?? []).map(plane.toDegrees),
    dots: shape.map(plane.toDegrees),
    lengths: listLengths(shape, isClosed, plane),
    blocks: hasBlock ? [{ footprint: [shape.map(plane.toDegrees)], heightMetres: null, storeys }] : [],
    isRefused: tool.refusal !== null,
  }
}

/** The corners, and the one that would be next. */
function cornersWithCursor({ corners, cursor }: DrawTool): OpenRing {
  const last = corners.at(-1)
  if (cursor === null || cursor.kind === 'close' || (last !== undefined && distanceMetres(last, cursor.point) < 0.01)) return corners
  return [...corners, cursor.point]
}

function previewReshaping(tool: ReshapeTool): ToolPreview {
  const plane = createLocalPlane(tool.origin)
  const { from, cursor } = tool
  const cut = tool.mode === 'split' && from !== null && cursor !== null ? [from, cursor] : []
  const [outer] = tool.shown[0] ?? []
  return {
    cityId: tool.cityId,
    line: cut.map(plane.toDegrees),
    guide: [],
    dots: (tool.mode === 'split' && cursor !== null ? [...(from === null ? [] : [from]), cursor] : []).map(plane.toDegrees),
    lengths: outer === undefined || tool.mode === 'split' ? [] : listLengths(outer, true, plane),
    blocks: tool.shown.map((rings) => ({ footprint: toPolygon(rings, plane.toDegrees), heightMetres: tool.heightMetres, storeys: 1 })),
    isRefused: tool.refusal !== null,
  }
}

function listLengths(corners: OpenRing, isClosed: boolean, { toDegrees }: LocalPlane): ToolPreview['lengths'] {
  return listEdges(corners, isClosed).map(([from, to]) => {
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    return { position: toDegrees(middle), metres: distanceMetres(from, to) }
  })
}

/** Dimensions while a tool is used; null for what there is not. */
export interface ToolFigures {
  /** The edge to where the pointer is, or the last one. */
  readonly edgeMetres: number | null
  readonly squareMetres: number | null
  /** Floor area: footprint times storeys, of buildings only. */
  readonly floorSquareMetres: number | null
}

/** Dimensions, area and floor area of what is drawn, as it would be with the next corner. */
export function measureTool(tool: ScenarioTool): ToolFigures {
  if (tool.mode === 'draw') {
    const shape = cornersWithCursor(tool)
    const edge = tool.cursor?.kind === 'close' ? [shape.at(-1), shape[0]] : shape.slice(-2)
    const squareMetres = tool.what === 'add-line' || shape.length < 3 ? null : ringSquareMetres(shape)
    const hasFloors = tool.what === 'add-building' && squareMetres !== null
    return {
      edgeMetres: edge[0] === undefined || edge[1] === undefined ? null : distanceMetres(edge[0], edge[1]),
      squareMetres,
      floorSquareMetres: hasFloors ? squareMetres * tool.storeys : null,
    }
  }
  if (tool.mode === 'split' || tool.mode === 'move' || tool.mode === 'copy' || tool.mode === 'rotate')
    return { edgeMetres: null, squareMetres: polygonSquareMetres(tool.rings), floorSquareMetres: null }
  if (tool.mode !== 'place') return { edgeMetres: null, squareMetres: null, floorSquareMetres: null }
  const areas = tool.carried.map(({ rings }) => polygonSquareMetres(rings))
  return {
    edgeMetres: null,
    squareMetres: areas.reduce((sum, area) => sum + area, 0),
    floorSquareMetres: areas.reduce((sum, area, at) => sum + area * (tool.carried[at]?.storeys ?? 0), 0),
  }
}
