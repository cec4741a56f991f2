import { boxesMeet, boxOfFeature, widenBox, type Box } from '../../geo/boxes.ts'
import { joinGeometries } from '../../geo/join-geometries.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { selectFeatures } from '../../geo/select-features.ts'
import type { CityChanges } from '../../scenario/apply/types.ts'
import type { CityFacts } from '../measures/types.ts'
import { measureCommonAreas } from '../zones/common-areas.ts'
import type { PlacedGroups } from '../zones/place-zones.ts'
import { shareFeatures } from '../zones/share-features.ts'
import { NEAR_STOP_METRES, RESIDENT_SUMS, sumReach, type ResidentSums } from '../zones/sum-residents.ts'
import { sumStops } from '../zones/sum-stops.ts'
import { joinShares, sumShares, type ZoneShares } from '../zones/zone-shares.ts'
import { sumBuildings, type ZoneSums } from '../zones/zone-sums.ts'
import type { Zones } from '../measures/types.ts'
import type { ChangedBuildings } from './change-buildings.ts'
import { joinPlanned } from './planned-buildings.ts'

/** Zones of a city with all that was placed in them today, and where it lies. */
export interface PlacedCity {
  readonly zones: Zones
  readonly placed: PlacedGroups
  readonly places: Pick<CityFacts, 'land' | 'green' | 'populationGrid' | 'stops'>
  readonly sums: ZoneSums
}

/** What a scenario brings beside the measures, by zone. */
export interface BroughtSums {
  readonly dwellingChanges: Float64Array
  readonly jobChanges: Float64Array
  readonly solarKilowattHours: Float64Array
  /** Residents within 400 m of a stop of the scenario. */
  readonly residentsNearNewStops: Float64Array
}

/**
 * Sums of zones after a scenario: only what it adds is placed, only zones in which a building changed are summed again, and
 * of the grid only cells within reach of a new stop are followed again.
 */
export function sumAfter(
  { zones, placed, places, sums }: PlacedCity,
  changed: ChangedBuildings,
  changes: CityChanges,
): { readonly sums: ZoneSums; readonly brought: BroughtSums; readonly shares: ZoneShares } {
  const { planned, isTouched } = changed
  const shares =
    planned.length === 0
      ? placed.buildings
      : joinShares(placed.buildings, shareFeatures(joinPlanned(planned), zones.geometry), isTouched.length - planned.length)
  const isStale = listStaleZones(shares, isTouched)
  const of = (column: ArrayLike<number>) => sumShares(shares, (entry) => column[entry] as number)
  const newStops = stopsOf(changes)
  const allStops = joinStops(places.stops, newStops)
  const moved = moveResidents(changed, of, allStops)
  const reached = reachResidents(places, zones.geometry, newStops, allStops)
  const residents = Object.fromEntries(
    RESIDENT_SUMS.map((name) => [
      name,
      placed.residents[name].map((value, zone) => value + (reached?.change[name][zone] ?? 0) + (moved[name][zone] as number)),
    ]),
  ) as unknown as ResidentSums
  return {
    shares,
    sums: {
      ...sums,
      ...sumBuildings(changed.facts, shares, sums, (zone) => isStale[zone] === 1),
      ...residents,
      ...(newStops.departuresPerDay.length === 0 ? {} : sumStops(allStops, zones.geometry)),
      residentChanges: of(changed.residentChanges),
      residentTurnover: of(changed.residentChanges.map(Math.abs)),
      solarKilowattHoursPerYear: of(changed.facts.solarKilowattHoursPerYear),
      greenSquareMetres: addParks(sums.greenSquareMetres, zones.geometry, places, changes),
    },
    brought: {
      dwellingChanges: of(changed.dwellingChanges),
      jobChanges: of(changed.jobChanges),
      solarKilowattHours: sumWhole(changed.solarKilowattHours, of),
      residentsNearNewStops: nearNewStops(reached, changed, of, newStops),
    },
  }
}

/** A sum that is a gap where a part of it is. */
function sumWhole(column: Float64Array, of: (column: ArrayLike<number>) => Float64Array): Float64Array {
  const gaps = of(column.map((value) => (Number.isNaN(value) ? 1 : 0)))
  return of(column).map((sum, zone) => ((gaps[zone] as number) > 0 ? NaN : sum))
}

function listStaleZones({ zoneStarts, features }: ZoneShares, isTouched: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: zoneStarts.length - 1 }, (_, zone) => {
    for (let entry = zoneStarts[zone] as number; entry < (zoneStarts[zone + 1] as number); entry++) {
      if (isTouched[features[entry] as number] === 1) return 1
    }
    return 0
  })
}

type Stops = CityFacts['stops']

/** The stops of a scenario, those of its lines among them. */
function stopsOf({ stops }: CityChanges): Stops {
  return {
    positions: Float64Array.from(stops.flatMap(({ point }) => [...point])),
    departuresPerDay: Float64Array.from(stops, ({ departuresPerDay }) => departuresPerDay),
  }
}

function joinStops(a: Stops, b: Stops): Stops {
  return {
    positions: Float64Array.of(...a.positions, ...b.positions),
    departuresPerDay: Float64Array.of(...a.departuresPerDay, ...b.departuresPerDay),
  }
}

/** What the residents of changed buildings add to each sum over residents: they live at the building's point. */
function moveResidents(
  { residentChanges, points }: ChangedBuildings,
  of: (column: ArrayLike<number>) => Float64Array,
  stops: Stops,
): ResidentSums {
  const columns = RESIDENT_SUMS.map(() => new Float64Array(residentChanges.length))
  residentChanges.forEach((residents, entry) => {
    if (residents === 0) return
    const near = lookAround(points[entry * 2] as number, points[entry * 2 + 1] as number, stops)
    const amounts = [1, near.stops > 0 ? 1 : 0, near.departures, near.stops, near.silent]
    columns.forEach((column, index) => (column[entry] = residents * (amounts[index] as number)))
  })
  return Object.fromEntries(RESIDENT_SUMS.map((name, index) => [name, of(columns[index] as Float64Array)])) as unknown as ResidentSums
}

/** Stops within 400 m of a point: how many, those of unknown departures, and the departures of the others. */
function lookAround(x: number, y: number, { positions, departuresPerDay }: Stops) {
  const near = { stops: 0, silent: 0, departures: 0 }
  for (let stop = 0; stop < departuresPerDay.length; stop++) {
    const [dx, dy] = [(positions[stop * 2] as number) - x, (positions[stop * 2 + 1] as number) - y]
    if (dx * dx + dy * dy > NEAR_STOP_METRES ** 2) continue
    const departures = departuresPerDay[stop] as number
    near.stops++
    if (Number.isNaN(departures)) near.silent++
    else near.departures += departures
  }
  return near
}

/** What new stops change for the residents of the grid, and how many of them live near one; null without new stops. */
function reachResidents(
  { populationGrid, land, stops }: PlacedCity['places'],
  zones: PackedGeometry,
  newStops: Stops,
  allStops: Stops,
): { readonly change: ResidentSums; readonly nearNew: Float64Array } | null {
  const count = newStops.departuresPerDay.length
  if (count === 0) return null
  const boxes = Array.from({ length: count }, (_, stop): Box => {
    const [x, y] = [newStops.positions[stop * 2] as number, newStops.positions[stop * 2 + 1] as number]
    return widenBox([x, y, x, y], NEAR_STOP_METRES)
  })
  const isReached = (cell: number) => {
    const box = boxOfFeature(populationGrid.geometry, cell)
    return box !== null && boxes.some((each) => boxesMeet(each, box))
  }
  return sumReach({ populationGrid, land, stops: allStops }, zones, stops.departuresPerDay.length, isReached)
}

function nearNewStops(
  reached: ReturnType<typeof reachResidents>,
  { residentChanges, points }: ChangedBuildings,
  of: (column: ArrayLike<number>) => Float64Array,
  newStops: Stops,
): Float64Array {
  const moved = of(
    residentChanges.map((residents, entry) =>
      residents !== 0 && lookAround(points[entry * 2] as number, points[entry * 2 + 1] as number, newStops).stops > 0 ? residents : 0,
    ),
  )
  return reached === null ? moved : moved.map((value, zone) => Math.max(0, value + (reached.nearNew[zone] as number)))
}

/** Green on land with the parks of the scenario, where there is none today. */
function addParks(
  green: Float64Array,
  zones: PackedGeometry,
  { land, green: standing }: PlacedCity['places'],
  { parks }: CityChanges,
): Float64Array {
  if (parks.length === 0) return green
  const areas = joinGeometries(
    'polygons',
    parks.map(({ area }) => area),
  )
  const boxes = parks.flatMap(({ area }) => boxOfFeature(area, 0) ?? [])
  const near = (geometry: PackedGeometry) =>
    Array.from({ length: geometry.featureStarts.length - 1 }, (_, feature) => feature).filter((feature) => {
      const box = boxOfFeature(geometry, feature)
      return box !== null && parks.some((_, park) => boxesMeet(boxes.slice(park * 4, park * 4 + 4) as unknown as Box, box))
    })
  const rows = near(zones)
  const some = selectFeatures(zones, rows)
  const all = measureCommonAreas(some, [land, areas])
  const known = measureCommonAreas(some, [land, areas, selectFeatures(standing, near(standing))])
  const after = green.slice()
  rows.forEach((zone, index) => (after[zone] = (after[zone] as number) + (all[index] as number) - (known[index] as number)))
  return after
}
