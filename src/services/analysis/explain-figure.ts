import { MEASURES } from '../../analytics/measures/index.ts'
import type { MeasureId } from '../../analytics/measures/types.ts'
import { measureGrossFloorAreas } from '../../analytics/form/gross-floor-area.ts'
import type { PlannedBuilding } from '../../analytics/scenario/planned-buildings.ts'
import type { SummedBuildings } from '../../analytics/zones/zone-sums.ts'
import type { BuildingTexts } from '../../layers/buildings/building-table.ts'
import { HEIGHT_SOURCES, STOREYS_SOURCES } from '../../schema/datasets.ts'
import type { Explanation, ZoneRow } from './analysis-service.ts'
import type { CityFigures } from './city-figures.ts'
import { joinProvenances, type FactOrigins } from '../../layers/measures/fact-origins.ts'

/** How one figure of one zone came about: formula, inputs, and one building of the zone with what it adds. */
export function explainFigure(
  row: ZoneRow,
  zone: number,
  measureId: MeasureId,
  { facts, buildings, scenario }: Pick<CityFigures, 'facts' | 'buildings' | 'scenario'>,
  texts: BuildingTexts,
  origins: FactOrigins,
  load: Explanation['load'],
): Explanation {
  const measure = MEASURES[measureId]
  return {
    row,
    measureId,
    value: measure.of(facts, zone),
    formula: measure.formula,
    formulaSource: measure.source,
    inputs: measure.inputs.map((name) => ({ name, value: facts[name][zone] as number, provenance: joinProvenances(origins[name]) })),
    estimatedShare: measure.estimatedShare(facts, zone),
    coverageShare: facts.coverageShares[zone] as number,
    example: describeExample(facts.exampleBuildings[zone] as number, buildings, texts, scenario?.buildings.planned ?? []),
    load,
  }
}

function describeExample(
  building: number,
  buildings: SummedBuildings,
  texts: BuildingTexts,
  planned: readonly PlannedBuilding[],
): Explanation['example'] {
  if (building === -1) return null
  const footprint = buildings.footprintsSquareMetres[building] as number
  const storeys = buildings.storeys[building] as number
  const height = buildings.heightsMetres[building] as number
  return {
    // What a scenario builds comes after the buildings of the data, and has the id of its edit.
    id: texts.ids[building] ?? (planned[building - texts.ids.length]?.editId as string),
    name: texts.names[building] ?? texts.addresses[building] ?? null,
    footprintSquareMetres: footprint,
    heightMetres: height,
    heightSource: HEIGHT_SOURCES[buildings.heightSourceCodes[building] as number] ?? 'estimated',
    storeys: storeys > 0 ? storeys : null,
    storeysSource: STOREYS_SOURCES[buildings.storeysSourceCodes[building] as number] ?? null,
    grossFloorAreaSquareMetres: measureGrossFloorAreas([footprint], [storeys])[0] as number,
    heatKilowattHoursPerYear: buildings.heatKilowattHoursPerYear[building] as number,
    electricityKilowattHoursPerYear: buildings.electricityKilowattHoursPerYear[building] as number,
    carbonDioxideKilogramsPerYear: buildings.carbonDioxideKilogramsPerYear[building] as number,
    peakHeatKilowatts: buildings.peakHeatKilowatts[building] as number,
  }
}
