import * as fc from 'fast-check'
import { BUILDING_USES } from '../../src/schema/datasets.ts'
import {
  ENERGY_STANDARDS,
  RETROFIT_PACKAGES,
  type Edit,
  type LonLat,
  type Polygon,
  type Remark,
  type Scenario,
} from '../../src/scenario/types.ts'
import { CITIES, scenarioOf } from './sample.ts'

/** The same cases in every run. */
export const SEED = 20260501

type City = (typeof CITIES)[number]

const use = fc.constantFrom(...BUILDING_USES)
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
const storeys = fc.integer({ min: 1, max: 200 })
const height = fc.integer({ min: 1, max: 2000 }).map((halves) => halves / 2)
const year = fc.integer({ min: 1000, max: 2200 })
const id = fc.stringMatching(/^[A-Za-z0-9._:-]{1,100}$/)
/** Any text, markup and half characters among it. */
const text = (maxLength: number) =>
  fc.oneof(fc.string({ maxLength, unit: 'grapheme' }), fc.constant('<img src=x onerror=alert(1)>'), fc.constant('\ud800'))
const name = text(60)
const cityOf = fc.constantFrom<City>(...CITIES)

function positionIn({ extentDegrees: [west, south, east, north] }: City): fc.Arbitrary<LonLat> {
  return fc
    .tuple(fc.double({ min: west, max: east, noNaN: true }), fc.double({ min: south, max: north, noNaN: true }))
    .map(([longitude, latitude]) => [longitude, latitude] as const)
}

/** A rectangle of a hundredth of a degree at most, with or without a hole. */
function polygonIn(city: City): fc.Arbitrary<Polygon> {
  return fc
    .tuple(positionIn(city), fc.integer({ min: 10, max: 1000 }), fc.integer({ min: 10, max: 1000 }), fc.boolean())
    .map(([[x, y], width, depth, hasHole]) => {
      const ring = (inset: number): Polygon[number] => {
        const [right, top] = [x + width * 1e-5, y + depth * 1e-5]
        return [
          [x + inset, y + inset],
          [right - inset, y + inset],
          [right - inset, top - inset],
          [x + inset, top - inset],
        ]
      }
      return hasHole ? [ring(0), ring(3e-5)] : [ring(0)]
    })
}

function optionals<Value extends object>(fields: { readonly [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<
  Partial<Value>
> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<Value>>
}

const selectorIn = (city: City) =>
  optionals({
    uses: fc.uniqueArray(use, { minLength: 1 }),
    fromYear: year,
    leastStoreys: storeys,
    leastFootprintSquareMetres: height,
    districtIds: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
    areas: fc.array(polygonIn(city), { minLength: 1, maxLength: 3 }),
  })

const buildingIn = (city: City) =>
  fc.record({ id: fc.string({ minLength: 1, maxLength: 30 }), position: positionIn(city), footprintSquareMetres: height })

/** Fields of each kind, but for its id and name. */
function fieldsIn(city: City): readonly fc.Arbitrary<object>[] {
  const cityId = fc.constant(city.id)
  const cityIds = fc.constant([city.id])
  return [
    fc
      .tuple(
        fc.record({
          kind: fc.constant('add-building'),
          cityId,
          footprint: polygonIn(city),
          storeys,
          use,
          standard: fc.constantFrom(...ENERGY_STANDARDS),
        }),
        optionals({ heightMetres: height }),
      )
      .map(([all, some]) => ({ ...all, ...some })),
    fc.record({ kind: fc.constant('remove-building'), cityId, building: buildingIn(city) }),
    fc
      .tuple(
        fc.record({ kind: fc.constant('change-building'), cityId, building: buildingIn(city) }),
        fc.oneof(fc.record({ storeys }), fc.record({ heightMetres: height }), fc.record({ use, storeys, heightMetres: height })),
      )
      .map(([all, some]) => ({ ...all, ...some })),
    fc.record({ kind: fc.constant('retrofit'), cityIds, selector: selectorIn(city), package: fc.constantFrom(...RETROFIT_PACKAGES) }),
    fc.record({ kind: fc.constant('solar'), cityIds, selector: selectorIn(city), share }),
    fc.record({
      kind: fc.constant('plan-rule'),
      cityId,
      area: polygonIn(city),
      storeys,
      coverageShare: share,
      setbackMetres: share,
      useShares: fc.tuple(fc.shuffledSubarray([...BUILDING_USES], { minLength: 2, maxLength: 2 }), share).map(([[one, other], part]) => ({
        [one as string]: part,
        [other as string]: 1 - part,
      })),
      clears: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('add-stop'), cityId, position: positionIn(city), departuresPerDay: height }),
    fc.record({
      kind: fc.constant('add-line'),
      cityId,
      path: fc.array(positionIn(city), { minLength: 2, maxLength: 6 }),
      stops: fc.array(positionIn(city), { minLength: 2, maxLength: 4 }),
      headwayMinutes: fc.integer({ min: 1, max: 120 }),
      serviceHours: fc.integer({ min: 1, max: 24 }),
    }),
    fc.record({ kind: fc.constantFrom('add-park', 'close-street'), cityId, area: polygonIn(city) }),
  ]
}

export const arbitraryEdit: fc.Arbitrary<Edit> = fc
  .tuple(
    cityOf.chain((city) => fc.oneof(...fieldsIn(city))),
    id,
    fc.option(name, { nil: undefined }),
  )
  .map(([fields, ownId, ownName]) => ({ ...fields, id: ownId, ...(ownName === undefined ? {} : { name: ownName }) }) as Edit)

const arbitraryRemark: fc.Arbitrary<Remark> = cityOf.chain((city) =>
  fc.record({ id, text: text(200), at: fc.record({ cityId: fc.constant(city.id), position: positionIn(city) }) }),
)

const assumptions = fc
  .array(
    fc.tuple(
      fc.stringMatching(/^[a-z][A-Za-z]{3,20}$/),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0),
    ),
    { maxLength: 4 },
  )
  .map((entries) => Object.fromEntries(entries))

/** A scenario that holds. Its edits and remarks differ in their ids. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    id,
    name,
    edits: fc.uniqueArray(arbitraryEdit, { maxLength: 8, selector: (edit) => edit.id }),
    assumptions,
    remarks: fc.uniqueArray(arbitraryRemark, { maxLength: 3, selector: (remark) => remark.id }),
  })
  .map(({ edits, ...rest }) => scenarioOf(edits, rest))
