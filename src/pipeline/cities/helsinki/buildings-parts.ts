import { difference, featureCollection, multiPolygon } from '@turf/turf'
import type { BuildingDraft, PartDraft } from '../../buildings/building-draft.ts'
import { createHeightEstimator } from '../../estimates/estimate-heights.ts'
import type { Issue } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { createIssue, keepFirstOfId } from '../../issues.ts'
import { sharedAreaOf } from '../../geometry/clip-areas.ts'
import { boxOf, multiPolygonArea, type MultiPolygonRings } from '../../geometry/planar.ts'
import { createPolygonIndex } from '../../geometry/point-index.ts'
import { tidyRings } from '../../geometry/union-polygons.ts'
import { numberOf, textOf } from '../../formats/read-geojson.ts'
import { heightFromStoreysMetres, storeysFromHeight } from '../../../analytics/form/storeys.ts'
import { formatOsmId, readShapes, type Shape } from './buildings-sources.ts'

const FILE = 'helsinki/osm-helsinki-centre/helsinki_centre_building_parts.geojson'

/** Storeys below a part that starts higher up, in metres each. */
const LEVEL_METRES = 3.2

/** What no part covers is drawn where it is larger than this share of the footprint, and square metres. */
const REST = { share: 0.03, squareMetres: 4 } as const

/** Parts with this many times the storeys of the outline are towers on a podium. */
const PODIUM_RATIO = 1.5

/** A part of the source with its heights, not yet attached to a building. */
export interface SourcePart {
  readonly shape: Shape
  readonly part: PartDraft
}

/** Building parts with a height; the others cannot be drawn and become issues. */
export async function readParts(effects: Effects, sources: string, issues: Issue[]): Promise<readonly SourcePart[]> {
  const { shapes, issues: found } = await readShapes(effects, sources, FILE)
  issues.push(...found)
  const distinct = keepFirstOfId(shapes, ({ label }) => ({ id: label, file: FILE, label }), issues)
  return distinct.flatMap((shape): SourcePart[] => {
    const { properties, label } = shape
    const tagged = numberOf(properties['height_tag'])
    const levels = numberOf(properties['levels'])
    const height = tagged ?? (levels === null ? null : heightFromStoreysMetres(levels, numberOf(properties['roof_levels']) ?? 0))
    const minHeight = numberOf(properties['min_height']) ?? (numberOf(properties['min_level']) ?? 0) * LEVEL_METRES
    if (height === null) {
      issues.push(createIssue('dropped', FILE, label, 'no-height', 'neither height nor storeys'))
      return []
    }
    if (height <= minHeight + 0.2) {
      issues.push(createIssue('dropped', FILE, label, 'implausible-height', `from ${minHeight} to ${height} m`))
      return []
    }
    return [
      {
        shape,
        part: {
          id: `hel-part-${formatOsmId(textOf(properties['osm_id']) ?? label)}`,
          geometry: shape.geometry,
          minHeightMetres: minHeight,
          heightMetres: height,
          heightSource: tagged === null ? 'from_storeys' : 'measured',
        },
      },
    ]
  })
}

/**
 * Buildings with their parts. The outline's own height is that of what no part covers. Where a part on
 * the ground is lower, the outline is drawn only as high as the lowest of them, so that none is buried,
 * and the uncovered rest becomes a part of the outline's own height.
 */
export function attachParts(drafts: readonly BuildingDraft[], parts: readonly SourcePart[], issues: Issue[]): readonly BuildingDraft[] {
  const index = createPolygonIndex(drafts, (draft) => draft.geometry)
  const byBuilding = new Map<string, PartDraft[]>()
  for (const { shape, part } of parts) {
    const owner = findOwner(shape, index.touching(boxOf(shape.geometry)))
    if (owner === null) issues.push(createIssue('dropped', FILE, shape.label, 'no-building'))
    else byBuilding.set(owner.id, [...(byBuilding.get(owner.id) ?? []), part])
  }
  const plain = drafts.filter((draft) => draft.height !== null && !byBuilding.has(draft.id))
  const estimate = createHeightEstimator(plain.map((draft) => ({ ...toCase(draft), heightMetres: draft.height?.metres ?? 0 })))
  return drafts.map((draft) => {
    const own = byBuilding.get(draft.id)
    return own === undefined ? draft : raise(draft, own, estimate(toCase(draft)))
  })
}

/**
 * The building that holds most of a part, and more than half of it; of buildings that hold it alike, which
 * lie in each other, the smaller. Null where none does. A point of the part tells too little: parts bridge
 * buildings and stand on outlines that overlap.
 */
function findOwner(part: Shape, candidates: readonly BuildingDraft[]): BuildingDraft | null {
  const held = candidates
    .map((draft) => ({
      draft,
      share: Math.round((sharedAreaOf(part.geometry, draft.geometry) / part.footprintSquareMetres) * 1000) / 1000,
    }))
    .filter(({ share }) => share > 0.5)
    .sort((a, b) => b.share - a.share || a.draft.footprintSquareMetres - b.draft.footprintSquareMetres)
  return held[0]?.draft ?? null
}

function raise(draft: BuildingDraft, parts: readonly PartDraft[], estimatedMetres: number): BuildingDraft {
  const tallest = Math.max(...parts.map((part) => part.heightMetres))
  const standing = parts.filter((part) => part.minHeightMetres === 0)
  // A height tag on an outline with parts is by convention that of the whole, tower included.
  const isWhole = draft.height?.source === 'measured' && draft.height.metres >= tallest * 0.95
  const own = isWhole || draft.height === null ? Math.min(estimatedMetres, tallest) : draft.height.metres
  const ownSource = isWhole || draft.height === null ? 'estimated' : draft.height.source
  const lowest = Math.min(own, ...standing.map((part) => part.heightMetres))
  const rest = lowest < own ? cutOut(draft.geometry, standing) : []
  const isRestDrawn = multiPolygonArea(rest) > Math.max(REST.squareMetres, draft.footprintSquareMetres * REST.share)
  const restPart: PartDraft = {
    id: `${draft.id}-rest`,
    geometry: rest,
    minHeightMetres: 0,
    heightMetres: own,
    heightSource: ownSource,
  }
  const all = isRestDrawn ? [...parts, restPart] : parts
  const floorsMetres = meanHeight(standing, draft.footprintSquareMetres, isRestDrawn ? own : lowest)
  // Storeys that are mapped on the outline may be those of a podium under towers, or of the one tower
  // over a low hall: the parts know better.
  const counted = storeysFromHeight(floorsMetres, draft.use?.class ?? null, draft.storeysClass)
  const isOfOnePart =
    draft.storeys !== null && (counted > PODIUM_RATIO * draft.storeys.count || draft.storeys.count > PODIUM_RATIO * counted)
  return {
    ...draft,
    height: draft.height === null || isWhole ? null : draft.height,
    bodyHeightMetres: lowest,
    parts: all,
    storeys: isOfOnePart ? null : draft.storeys,
    storeysHeightMetres: floorsMetres,
  }
}

/** Mean height over the footprint: the parts by their area, what they leave uncovered at the body's height. */
function meanHeight(parts: readonly PartDraft[], footprintSquareMetres: number, bodyMetres: number): number {
  const areas = parts.map((part) => multiPolygonArea(part.geometry))
  const covered = areas.reduce((sum, area) => sum + area, 0)
  const uncovered = Math.max(0, footprintSquareMetres - covered)
  const volume = parts.reduce((sum, part, index) => sum + part.heightMetres * (areas[index] as number), uncovered * bodyMetres)
  return volume / (covered + uncovered)
}

/** The footprint without the parts. */
function cutOut(footprint: MultiPolygonRings, parts: readonly PartDraft[]): MultiPolygonRings {
  const shapes = [footprint, ...parts.map((part) => part.geometry)].map((geometry) =>
    multiPolygon(geometry.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])))),
  )
  const left = difference(featureCollection(shapes))?.geometry
  if (left === undefined) return []
  return (
    tidyRings(left.type === 'Polygon' ? [left.coordinates] : left.coordinates)
      // Slivers along edges that are drawn twice are no part of a building.
      .filter((rings) => multiPolygonArea([rings]) > 1)
  )
}

function toCase(draft: BuildingDraft) {
  const {
    point: [x, y],
    footprintSquareMetres,
    storeysClass,
  } = draft
  return { x, y, footprintSquareMetres, use: draft.useWithoutHeight, storeysClass }
}
