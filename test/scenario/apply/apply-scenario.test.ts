import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { heightFromStoreysMetres } from '../../../src/analytics/form/storeys.ts'
import { applyScenario } from '../../../src/scenario/apply/apply-scenario.ts'
import { describeScenarioIssue } from '../../../src/scenario/describe-issue.ts'
import type { BuildingSelector, Edit } from '../../../src/scenario/types.ts'
import { arbitraryScenario, SEED } from '../arbitrary-scenario.ts'
import { at, rectangle, referenceTo, RULES, sampleCity, scenarioOf, type SampleBuilding } from '../sample.ts'

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

test('a rule sees the city as earlier edits left it', () => {
  const toOffice: Edit = { kind: 'change-building', id: 'c', ...north, building: referenceTo(A), use: 'office' }
  const deep: Edit = { kind: 'retrofit', id: 'r', cityIds: ['north'], selector: { uses: ['office'] }, package: 'deep' }
  // Offices are d, and a once it was changed.
  expect(Array.from(apply(deep, toOffice).retrofitCodes)).toEqual([0, 0, 0, 3, 0])
  expect(Array.from(apply(toOffice, deep).retrofitCodes)).toEqual([3, 0, 0, 3, 0])
})

test('of several rules on a building the last one holds, and none on what is taken away, before or after', () => {
  const rule = (id: string, kind: 'light' | 'standard', toYear: number): Edit => ({
    kind: 'retrofit',
    id,
    cityIds: ['south', 'north'],
    selector: { toYear },
    package: kind,
  })
  const gone: Edit = { kind: 'remove-building', id: 'x', ...north, building: referenceTo(B) }
  // Years: a 1965, b 1959, c 1979, d unknown, e 1979.
  expect(Array.from(apply(rule('1', 'standard', 1979), rule('2', 'light', 1965)).retrofitCodes)).toEqual([1, 1, 2, 0, 2])
  expect(Array.from(apply(rule('2', 'light', 1965), rule('1', 'standard', 1979)).retrofitCodes)).toEqual([2, 2, 2, 0, 2])
  for (const edits of [
    [gone, rule('1', 'light', 1965)],
    [rule('1', 'light', 1965), gone],
  ]) {
    expect(Array.from(apply(...edits).retrofitCodes)).toEqual([1, 0, 0, 0, 0])
  }
})

test('solar takes in earlier new buildings, by all that is known of them; a retrofit does not', () => {
  const tower: Edit = {
    kind: 'add-building',
    id: 't',
    ...north,
    footprint: rectangle(200, 0, 230, 30),
    storeys: 9,
    use: 'office',
    standard: 'standard',
  }
  const solar = (id: string, share: number, selector: BuildingSelector): Edit => ({
    kind: 'solar',
    id,
    cityIds: ['north'],
    selector,
    share,
  })
  const shareOf = (...edits: readonly Edit[]) => {
    const { added, solarShares } = applyScenario(scenarioOf(edits), CITY, { rules: RULES, districtsAt: () => ['west'] })
    return [...solarShares, added[0]?.solarShare]
  }
  // 900 m², 9 storeys, an office in the west.
  expect(shareOf(tower, solar('s', 0.5, { leastFootprintSquareMetres: 150 }))).toEqual([NaN, NaN, NaN, NaN, 0.5, 0.5])
  expect(shareOf(solar('s', 0.5, { leastFootprintSquareMetres: 150 }), tower)).toEqual([NaN, NaN, NaN, NaN, 0.5, NaN])
  expect(shareOf(tower, solar('s', 0.5, { uses: ['office'], districtIds: ['west'] }))).toEqual([NaN, NaN, NaN, 0.5, NaN, 0.5])
  expect(shareOf(tower, solar('s', 0.5, { areas: [rectangle(190, -10, 240, 40)], mostStoreys: 9 }))).toEqual([NaN, NaN, NaN, NaN, NaN, 0.5])
  for (const selector of [
    { mostStoreys: 8 },
    { leastStoreys: 10 },
    { toYear: 2100 },
    { uses: ['house'] },
    { districtIds: ['east'] },
  ] as const) {
    expect(shareOf(tower, solar('s', 0.5, selector)).at(-1)).toBeNaN()
  }
  expect(shareOf(tower, solar('s', 0.5, {}), solar('0', 0, { uses: ['office'] }))).toEqual([0.5, 0.5, 0.5, 0, 0.5, 0])
  expect(Array.from(apply(tower, { kind: 'retrofit', id: 'r', cityIds: ['north'], selector: {}, package: 'light' }).retrofitCodes)).toEqual(
    [1, 1, 1, 1, 1],
  )
})

test('a plan rule that clears takes away what stands on its area, and no more', () => {
  const rule: Edit = {
    ...{ kind: 'plan-rule', id: 'p', ...north, area: rectangle(-5, -5, 52, 15), storeys: 6, coverageShare: 0.3 },
    ...{ setbackMetres: 4, useShares: { apartments: 1 }, clears: true },
  }
  const inside: Edit = {
    kind: 'add-building',
    id: 't',
    ...north,
    footprint: rectangle(0, 0, 8, 8),
    storeys: 2,
    use: 'house',
    standard: 'standard',
  }
  const gone: Edit = { kind: 'remove-building', id: 'x', ...north, building: referenceTo(B) }
  const changes = apply(inside, gone, rule)
  expect([...changes.removed]).toEqual([
    [1, 'x'],
    [0, 'p'],
    [2, 'p'],
  ])
  expect(changes.added).toHaveLength(1)
  expect(changes.planRules).toHaveLength(1)
  expect(Array.from(changes.planRules[0]?.buildings ?? [])).toEqual([0, 2])
  // 57 m by 20 m.
  expect(changes.planRules[0]?.areaSquareMetres).toBeCloseTo(1140, 3)
  const kept = apply({ ...rule, clears: false })
  expect(kept.removed.size).toBe(0)
  expect(Array.from(kept.planRules[0]?.buildings ?? [])).toEqual([0, 1, 2])
})

test('stops, lines, parks and closed streets come in the plane of the city', () => {
  const area = [...rectangle(0, 0, 100, 50), ...rectangle(10, 10, 20, 20)]
  const changes = apply(
    { kind: 'add-stop', id: 's', ...north, position: at(7, 9), departuresPerDay: 120 },
    {
      kind: 'add-line',
      id: 'l',
      ...north,
      path: [at(0, 0), at(300, 400)],
      stops: [at(0, 0), at(300, 400)],
      headwayMinutes: 10,
      serviceHours: 18,
    },
    { kind: 'add-park', id: 'p', ...north, area },
    { kind: 'close-street', id: 'c', ...north, area },
    { kind: 'add-park', id: 'elsewhere', cityId: 'south', area },
  )
  const [stop] = changes.stops
  expect(stop?.point[0]).toBeCloseTo(25_500_007, 4)
  expect(stop?.point[1]).toBeCloseTo(6_676_009, 4)
  // Every ten minutes of 18 hours, there and back: 6 · 18 · 2.
  expect(changes.stops.map(({ editId, departuresPerDay }) => [editId, departuresPerDay])).toEqual([
    ['s', 120],
    ['l', 216],
    ['l', 216],
  ])
  const [x1, y1, x2, y2] = (changes.lines[0]?.path ?? []) as Float64Array
  expect(Math.hypot((x2 as number) - (x1 as number), (y2 as number) - (y1 as number))).toBeCloseTo(500, 4)
  expect([...changes.parks, ...changes.closedStreets].map(({ edit }) => edit.id)).toEqual(['p', 'c'])
  expect(changes.parks[0]?.areaSquareMetres).toBeCloseTo(4900, 3)
})

test('a building that is not found by id waits for a decision; one that is lost is said; the rest applies', () => {
  const changes = apply(
    { kind: 'change-building', id: '1', ...north, building: { ...referenceTo(A), id: 'gone' }, storeys: 9 },
    { kind: 'remove-building', id: '2', ...north, building: { ...referenceTo(A), id: 'lost', position: at(-500, 0) } },
    { kind: 'remove-building', id: '3', ...north, building: referenceTo(B) },
    { kind: 'solar', id: '4', cityIds: ['north'], selector: { uses: ['outbuilding'] }, share: 1 },
  )
  expect(changes.changed.size).toBe(0)
  expect([...changes.removed.keys()]).toEqual([1])
  expect(changes.proposals).toMatchObject([{ editId: '1', building: 0, candidate: { id: 'a' }, footprintRatio: 1 }])
  expect(changes.issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
    'left-out building-proposed edits[0].building',
    'left-out building-lost edits[1].building',
    'note selects-nothing edits[3].selector',
  ])
  for (const issue of changes.issues) expect(describeScenarioIssue(issue)).not.toMatch(/undefined|NaN|\?/)
})

test('applied twice it is the same, and neither the scenario nor the city is touched', () => {
  const columns = structuredClone(CITY.buildings)
  fc.assert(
    fc.property(arbitraryScenario, fc.array(fc.nat(4), { maxLength: 5 }), (scenario, removed) => {
      const edits = [
        ...scenario.edits,
        ...removed.map((row, index): Edit => ({
          kind: 'remove-building',
          id: `x${index}`,
          ...north,
          building: referenceTo(BUILDINGS[row] as SampleBuilding),
        })),
        ...scenario.edits.map((edit): Edit => ({ ...edit, id: `${edit.id}+` })),
      ]
      const before = structuredClone(edits)
      const once = applyScenario({ edits }, CITY, { rules: RULES })
      expect(applyScenario({ edits }, CITY, { rules: RULES })).toEqual(once)
      expect(applyScenario({ edits: structuredClone(edits) }, CITY, { rules: RULES })).toEqual(once)
      expect(edits).toEqual(before)
      expect(once.removed.size).toBe(new Set(removed).size)
      for (const row of once.removed.keys()) {
        expect(once.changed.has(row) || once.retrofitCodes[row] !== 0 || !Number.isNaN(once.solarShares[row])).toBe(false)
      }
    }),
    { seed: SEED, numRuns: 100 },
  )
  expect(CITY.buildings).toEqual(columns)
})

test('an edit of another city changes nothing, and its order among the others does not matter', () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.nat(8), (scenario, place) => {
      const ours = scenario.edits.filter((edit) => 'cityId' in edit && edit.cityId === 'north')
      const theirs: Edit = { kind: 'add-park', id: 'theirs', cityId: 'south', area: rectangle(0, 0, 1, 1) }
      const { issues: _, ...alone } = applyScenario({ edits: ours }, CITY, { rules: RULES })
      const { issues: _others, ...beside } = applyScenario({ edits: ours.toSpliced(place, 0, theirs) }, CITY, { rules: RULES })
      expect(beside).toEqual(alone)
    }),
    { seed: SEED, numRuns: 50 },
  )
})
