import { joinSolids } from '../../analytics/solar/roof-samples.ts'
import { changeScene, createScene, type Scene } from '../../analytics/solar/scene.ts'
import type { Solids } from '../../analytics/solar/wall-grid.ts'
import { groundOf } from '../../cities/ground.ts'
import { converterBetween } from '../../geo/crs.ts'
import { firstPointOf, packRing } from '../../geo/rings.ts'
import { idColumn, numberColumn } from '../../layers/columns.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { PlannedVolume } from '../../layers/planned/types.ts'
import type { BuiltCity } from './view-questions.ts'

/** A city's buildings and their higher parts as solids over the zero of its heights. */
export interface BuiltScene {
  readonly scene: Scene
  readonly buildingCount: number
  /** Building of each part, by index; the solids of parts come after those of buildings. */
  readonly partBuildings: readonly number[]
}

/** Reads a city's solids; a building whose body's height is not told stands in its whole height. */
export async function readBuiltScene(source: LayerSource): Promise<BuiltScene> {
  const [table, texts, geometry, bodies, parts, partGeometry] = await Promise.all([
    source.buildings(),
    source.buildingTexts(),
    source.geometry('buildings'),
    source.bodyHeights(),
    source.table('building_parts'),
    source.geometry('building_parts'),
  ])
  const toDegrees = converterBetween(source.city.epsg, 4326)
  const ground = groundOf(source.city)
  const groundUnder = (building: number): number => {
    const [x, y] = firstPointOf(geometry, building)
    return Number.isNaN(x) ? 0 : ground.heightMetres(...toDegrees.point(x, y))
  }
  const indexById = new Map(texts.ids.map((id, index) => [id, index]))
  const partBuildings = idColumn(parts, 'building_id').map((id) => indexById.get(id) ?? -1)
  const outlines: Solids = {
    geometry,
    topsMetres: Float64Array.from(table.heightsMetres, (height, building) => {
      const body = bodies[building] as number
      return groundUnder(building) + (body > 0 ? body : height)
    }),
  }
  const solids = joinSolids({
    outlines,
    parts: {
      geometry: partGeometry,
      topsMetres: Float64Array.from(numberColumn(parts, 'height_m'), (height, part) => {
        const building = partBuildings[part] as number
        return height + (building === -1 ? 0 : groundUnder(building))
      }),
    },
    partBuildings,
  })
  return { scene: createScene(solids), buildingCount: table.count, partBuildings }
}

/** The scene as the shown scenario has it: without what it takes away or changes, and with its buildings. */
export function planScene({ scene, buildingCount, partBuildings }: BuiltScene, source: LayerSource, planned: BuiltCity['planned']): Scene {
  const volumes = (planned?.volumes ?? []).filter(({ kind, heightMetres }) => kind === 'building' && heightMetres > 0)
  if (planned === undefined || (planned.hidden.length === 0 && volumes.length === 0)) return scene
  const hidden = new Set(planned.hidden)
  const hiddenParts = partBuildings.flatMap((building, part) => (hidden.has(building) ? [buildingCount + part] : []))
  return changeScene(scene, {
    removed: [...[...hidden].filter((building) => building < buildingCount), ...hiddenParts],
    added: volumes.length === 0 ? null : packVolumes(volumes, source),
  })
}

function packVolumes(volumes: readonly PlannedVolume[], source: LayerSource): Solids {
  const toPlane = converterBetween(4326, source.city.epsg)
  const ground = groundOf(source.city)
  const rings = volumes.flatMap(({ footprint }) =>
    footprint.map((ring) => packRing([...ring, ...ring.slice(0, 1)].map(([longitude, latitude]) => toPlane.point(longitude, latitude)))),
  )
  const ringStarts = [0]
  for (const ring of rings) ringStarts.push((ringStarts.at(-1) as number) + ring.length / 2)
  const featureStarts = [0]
  for (const { footprint } of volumes) featureStarts.push((featureStarts.at(-1) as number) + footprint.length)
  return {
    geometry: {
      type: 'polygons',
      positions: Float64Array.from(rings.flatMap((ring) => [...ring])),
      ringStarts: Uint32Array.from(ringStarts),
      featureStarts: Uint32Array.from(featureStarts),
    },
    topsMetres: volumes.map(({ footprint, heightMetres }) => {
      const first = footprint[0]?.[0]
      return heightMetres + (first === undefined ? 0 : ground.heightMetres(...first))
    }),
  }
}
