import { expect, test } from 'vitest'
import { CITY_IDS } from '../../../../src/cities/index.ts'
import type { FoundBuilding } from '../../../../src/layers/planned/types.ts'
import type { RemoveBuilding } from '../../../../src/scenario/types.ts'
import type { BuildingQuestion } from '../../../../src/services/data-service.ts'
import { findStale } from '../../../../src/ui/scenario/stale/find-stale.ts'

const [cityId] = CITY_IDS
/** A ten-thousandth of a degree of latitude is 11.1 m. */
const at = (north: number) => [24.9, 60.2 + north] as const
const building = (id: string, north: number, footprintSquareMetres = 400): FoundBuilding => ({
  id,
  index: 0,
  position: at(north),
  footprint: [],
  footprintSquareMetres,
  heightMetres: 10,
  storeys: 3,
  areStoreysEstimated: false,
  use: null,
})
const removal = (id: string): RemoveBuilding => ({
  kind: 'remove-building',
  id: `edit of ${id}`,
  cityId,
  building: { id, position: at(0), footprintSquareMetres: 400 },
})
const dataWith = (...buildings: FoundBuilding[]) => ({
  findBuildings: async (_city: unknown, { ids, near }: BuildingQuestion) =>
    near ? buildings : buildings.filter(({ id }) => ids?.includes(id)),
})

test('a building that is there is not stale', async () => {
  expect(await findStale([removal('a')], dataWith(building('a', 0.0001)))).toEqual([])
})

test('one that is gone is looked for by place and size, the nearest first', async () => {
  const data = dataWith(building('far', 0.0004), building('huge', 0.00001, 4000), building('next', 0.0002), building('nearest', 0.0001))
  const [stale] = await findStale([removal('a')], data)
  expect(stale).toMatchObject({ cityId, candidate: { id: 'nearest', footprintSquareMetres: 400 } })
  expect(stale?.distanceMetres).toBeCloseTo(11.1, 0)
})

test('an id that stands elsewhere now is proposed, not trusted', async () => {
  const [stale] = await findStale([removal('a')], dataWith(building('a', 0.01)))
  expect(stale).toMatchObject({ candidate: { id: 'a' } })
})

test('where nothing like it stands, nothing is proposed', async () => {
  const [stale] = await findStale([removal('a')], dataWith())
  expect(stale?.candidate).toBeNull()
})
