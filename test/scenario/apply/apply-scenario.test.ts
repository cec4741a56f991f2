import { expect, test } from 'vitest'
import { heightFromStoreysMetres } from '../../../src/analytics/form/storeys.ts'
import { applyScenario } from '../../../src/scenario/apply/apply-scenario.ts'
import type { Edit } from '../../../src/scenario/types.ts'
import { rectangle, referenceTo, RULES, sampleCity, scenarioOf, type SampleBuilding } from '../sample.ts'

/** Five houses in a row, 20 m apart, 10 m × 10 m; the last is 20 m × 10 m. */
const BUILDINGS: readonly SampleBuilding[] = [
  { id: 'a', box: [0, 0, 10, 10], use: 'apartments', year: 1965, storeys: 5, coarse: 'east', fine: 'east-1' },
  { id: 'b', box: [20, 0, 30, 10], use: 'apartments', year: 1959, storeys: 3, coarse: 'east', fine: 'east-2' },
  { id: 'c', box: [40, 0, 50, 10], use: 'house', year: 1979, storeys: 2, coarse: 'west', fine: 'west-1' },
  { id: 'd', box: [60, 0, 70, 10], use: 'office', storeys: 4, coarse: 'west', fine: 'west-1' },
  { id: 'e', box: [80, 0, 100, 10], use: 'apartments', year: 1979 },
]
const CITY = sampleCity(BUILDINGS)
const [A, B, C, , E] = BUILDINGS as [SampleBuilding, SampleBuilding, SampleBuilding, SampleBuilding, SampleBuilding]
const apply = (...edits: readonly Edit[]) => applyScenario(scenarioOf(edits), CITY, { rules: RULES })
const north = { cityId: 'north' } as const

test('removes, changes and adds buildings', () => {
  const changes = apply(
    { kind: 'remove-building', id: '1', ...north, building: referenceTo(A) },
    { kind: 'change-building', id: '2', ...north, building: referenceTo(B), storeys: 6 },
    { kind: 'change-building', id: '3', ...north, building: referenceTo(B), use: 'office' },
    { kind: 'add-building', id: '4', ...north, footprint: rectangle(0, 50, 20, 80), storeys: 4, use: 'apartments', standard: 'low-energy' },
    { kind: 'change-building', id: '5', ...north, building: referenceTo(C), heightMetres: 17 },
  )
  expect([...changes.removed]).toEqual([[0, '1']])
  expect([...changes.changed]).toEqual([
    [1, { storeys: 6, heightMetres: heightFromStoreysMetres(6), use: 'office', editIds: ['2', '3'] }],
    // (17 - 1) / 3.2
    [2, { storeys: 5, heightMetres: 17, use: 'house', editIds: ['5'] }],
  ])
  expect(changes.added).toHaveLength(1)
  const [added] = changes.added
  expect(added?.footprintSquareMetres).toBeCloseTo(600, 3)
  expect(added?.heightMetres).toBeCloseTo(4 * 3.2 + 1, 12)
  expect(added).toMatchObject({ storeys: 4, use: 'apartments', standard: 'low-energy' })
  expect(changes.issues).toEqual([])
})

test('an edit of a building that an earlier one took away is not applied, and is said', () => {
  const changes = apply(
    { kind: 'remove-building', id: '1', ...north, building: referenceTo(E) },
    { kind: 'change-building', id: '2', ...north, building: referenceTo(E), storeys: 6 },
  )
  expect(changes.changed.size).toBe(0)
  expect(changes.issues).toEqual([
    { severity: 'left-out', code: 'building-gone', path: 'edits[1].building', values: { edit: '2', building: 'e', by: '1' } },
  ])
})
