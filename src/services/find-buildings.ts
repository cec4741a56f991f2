import Flatbush from 'flatbush'
import { boxOfFeature, boxOfPoints } from '../geo/boxes.ts'
import { converterBetween } from '../geo/crs.ts'
import { nestRings, polygonHolds } from '../geo/open-rings.ts'
import type { PackedGeometry } from '../geo/packed-geometry.ts'
import { forEachRing, packRing, pointAt } from '../geo/rings.ts'
import type { LayerSource } from '../layers/layer.ts'
import type { FoundBuilding } from '../layers/planned/types.ts'
import type { LonLat, Polygon } from '../scenario/types.ts'
import { BUILDING_USES, STOREYS_SOURCES } from '../schema/datasets.ts'
import type { BuildingQuestion } from './data-service.ts'
import { placeOfFeature } from './feature-places.ts'
import { findSorted } from './find-sorted.ts'

/** An answer holds no more: what is near is for snapping, and a scenario clears no more than a district. */
const MOST_NEAR = 400
const MOST_IN_AREAS = 5000

const NO_BOX = [1e300, 1e300, 1e300, 1e300] as const
const indexes = new WeakMap<PackedGeometry, Flatbush>()

/** Buildings of a city by id, by area and by nearness, in the order of their index. */
export async function findBuildings(source: LayerSource, question: BuildingQuestion): Promise<readonly FoundBuilding[]> {
  const [table, texts, geometry] = await Promise.all([source.buildings(), source.buildingTexts(), source.geometry('buildings')])
  const toDegrees = converterBetween(source.city.epsg, 4326)
  const toPlane = converterBetween(4326, source.city.epsg)
  const rows = new Set<number>()
  for (const id of question.ids ?? []) rows.add(findSorted(texts.ids, id))
  for (const index of question.indices ?? []) if (index < texts.ids.length) rows.add(index)
  for (const area of question.areas ?? []) for (const row of listInArea(geometry, area, toPlane.point)) rows.add(row)
  if (question.near !== undefined) for (const row of listNear(geometry, question.near, toPlane.point)) rows.add(row)
  rows.delete(-1)

  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((index): readonly FoundBuilding[] => {
      const place = placeOfFeature(geometry, index)
      if (place === null) return []
      const storeys = table.storeys[index] as number
      return [
        {
          id: texts.ids[index] as string,
          index,
          position: toDegrees.point(place.x, place.y),
          footprint: readFootprint(geometry, index, toDegrees.point),
          footprintSquareMetres: table.footprintsSquareMetres[index] as number,
          heightMetres: table.heightsMetres[index] as number,
          storeys: storeys > 0 ? storeys : null,
          areStoreysEstimated: STOREYS_SOURCES[table.storeysSourceCodes[index] as number] === 'estimated',
          use: BUILDING_USES[table.useCodes[index] as number] ?? null,
        },
      ]
    })
}

type Convert = (x: number, y: number) => [number, number]

/** Closed in the data, open in a scenario. */
function readFootprint(geometry: PackedGeometry, row: number, toDegrees: Convert): readonly Polygon[] {
  const rings: (readonly LonLat[])[] = []
  forEachRing(geometry, row, (from, to) => {
    rings.push(Array.from({ length: to - from - 1 }, (_, at) => toDegrees(...pointAt(geometry.positions, from + at))))
  })
  return nestRings(rings)
}

function listInArea(geometry: PackedGeometry, area: Polygon, toPlane: Convert): readonly number[] {
  const inPlane = area.map((ring) => ring.map(([longitude, latitude]) => toPlane(longitude, latitude)))
  const box = boxOfPoints(packRing(inPlane.flat()))
  if (box === null) return []
  return indexOf(geometry)
    .search(...box)
    .filter((row) => {
      const place = placeOfFeature(geometry, row)
      return place !== null && polygonHolds(inPlane, [place.x, place.y])
    })
    .slice(0, MOST_IN_AREAS)
}

function listNear(
  geometry: PackedGeometry,
  { position, radiusMetres }: NonNullable<BuildingQuestion['near']>,
  toPlane: Convert,
): readonly number[] {
  return indexOf(geometry).neighbors(...toPlane(...position), MOST_NEAR, radiusMetres)
}

function indexOf(geometry: PackedGeometry): Flatbush {
  const known = indexes.get(geometry)
  if (known !== undefined) return known
  const count = geometry.featureStarts.length - 1
  const index = new Flatbush(count)
  for (let row = 0; row < count; row++) index.add(...(boxOfFeature(geometry, row) ?? NO_BOX))
  index.finish()
  indexes.set(geometry, index)
  return index
}
