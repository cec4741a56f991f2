import { measureDistrictForm, type DistrictForm } from '../../analytics/form/district-form.ts'
import { measureGrossFloorAreas } from '../../analytics/form/gross-floor-area.ts'
import { measureCoverShares } from '../../analytics/statistics/cover-shares.ts'
import { sumByGroup } from '../../analytics/statistics/group-sums.ts'
import type { ZoneShares } from '../../analytics/zones/zone-shares.ts'
import { indexPolygons } from '../../geo/locate-points.ts'
import { HEAT_DEFAULT_PARAMS } from '../buildings/heat-params.ts'
import { storeysOf } from '../buildings/model-heat.ts'
import { numberColumn } from '../columns.ts'
import type { DistrictTable } from './district-table.ts'
import type { LayerSource } from '../layer.ts'
import type { DistrictIndicator } from '../message-keys.ts'

const knownShares = new WeakMap<DistrictTable, Promise<ZoneShares>>()

/**
 * Which buildings lie in each district, and with what share of their area: map, card and comparison
 * all count by it. Found once; the library that cuts buildings at borders is loaded when first needed.
 */
export function buildingShares(source: LayerSource, districts: DistrictTable): Promise<ZoneShares> {
  const known = knownShares.get(districts)
  if (known !== undefined) return known
  const shares = Promise.all([import('../../analytics/zones/share-features.ts'), source.geometry('buildings')])
    .then(([{ shareFeatures }, geometry]) => shareFeatures(geometry, districts.geometry))
  knownShares.set(districts, shares)
  shares.catch(() => knownShares.delete(districts))
  return shares
}

/** Built form of every district, on land where footprints are known. */
export async function districtForm(source: LayerSource, districts: DistrictTable): Promise<DistrictForm> {
  const [buildings, shares] = await Promise.all([source.buildings(), buildingShares(source, districts)])
  return measureDistrictForm({
    shares,
    footprintsSquareMetres: buildings.footprintsSquareMetres,
    heightsMetres: buildings.heightsMetres,
    grossFloorAreasSquareMetres: measureGrossFloorAreas(buildings.footprintsSquareMetres, storeysOf(buildings, HEAT_DEFAULT_PARAMS)),
    landAreasSquareMetres: districts.landAreasSquareMetres,
    coverageShares: districts.coverageShares,
  })
}

/** Share of a district's stops whose departures must be known before their sum says anything. */
const KNOWN_STOPS_SHARE = 0.95

/**
 * Stops and departures a working day by district. Departures are NaN where those of more than 5 % of
 * the stops are unknown: a sum over the rest would pass for a quiet district.
 */
export async function districtTransit(
  source: LayerSource, districts: DistrictTable,
): Promise<{ readonly stops: Float64Array; readonly departures: Float64Array; readonly isPartial: boolean }> {
  const [table, geometry] = await Promise.all([source.table('transit_stops'), source.geometry('transit_stops')])
  const find = indexPolygons(districts.geometry)
  const rows = Int16Array.from({ length: table.rowCount }, (_, stop) => {
    const point = (geometry.ringStarts[geometry.featureStarts[stop] as number] as number) * 2
    return find(geometry.positions[point] as number, geometry.positions[point + 1] as number)
  })
  const departures = numberColumn(table, 'departures_per_day')
  const sums = sumByGroup(departures, rows, districts.count)
  return {
    stops: Float64Array.from(sums.members),
    departures: sums.sums.map((sum, row) =>
      (sums.known[row] as number) >= KNOWN_STOPS_SHARE * (sums.members[row] as number) ? sum : NaN),
    isPartial: departures.some(Number.isNaN),
  }
}

/** Share of each district's land under parks, woods and other green, per cent. */
export async function districtGreenPercent(source: LayerSource, districts: DistrictTable): Promise<Float64Array> {
  const [green, land] = await Promise.all([source.geometry('green'), source.geometry('land')])
  const shares = measureCoverShares(districts.geometry, green, { cellMetres: 10, within: land })
  return shares.map((share) => share * 100)
}

/** Square kilometres of land; NaN for a district that has none. */
export function landSquareKilometres(districts: DistrictTable): Float64Array {
  return districts.landAreasSquareMetres.map((area) => (area > 0 ? area / 1e6 : NaN))
}

/** The indicator's value for each district; NaN where it is not known. */
export async function districtValues(
  source: LayerSource, districts: DistrictTable, indicator: DistrictIndicator,
): Promise<{ readonly values: Float64Array; readonly isPartial: boolean }> {
  const perLand = (values: Float64Array) => {
    const land = landSquareKilometres(districts)
    return values.map((value, row) => value / (land[row] as number))
  }
  const whole = (values: Float64Array) => ({ values, isPartial: false })
  switch (indicator) {
    case 'population': return whole(districts.populations)
    case 'population-density': return whole(perLand(districts.populations))
    case 'green-share': return whole(await districtGreenPercent(source, districts))
    case 'buildings': return whole((await districtForm(source, districts)).buildingCounts)
    case 'building-density': return whole((await districtForm(source, districts)).buildingsPerSquareKilometre)
    case 'building-height': return whole((await districtForm(source, districts)).meanHeightMetres)
    case 'building-share': return whole((await districtForm(source, districts)).buildingSharePercent)
    case 'floor-ratio': return whole((await districtForm(source, districts)).floorSpaceIndex)
    case 'stops': return whole((await districtTransit(source, districts)).stops)
    case 'stop-density': return whole(perLand((await districtTransit(source, districts)).stops))
    case 'departures': {
      const { departures, isPartial } = await districtTransit(source, districts)
      return { values: departures, isPartial }
    }
    case 'departure-density': {
      const { departures, isPartial } = await districtTransit(source, districts)
      return { values: perLand(departures), isPartial }
    }
  }
}
