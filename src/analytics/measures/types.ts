import type { PackedGeometry } from '../../geo/packed-geometry.ts'

/** Every measure of a zone; each is one file of this folder, and `MEASURES` (index.ts) holds them all. */
export const MEASURE_IDS = [
  'land-area',
  'population',
  'population-density',
  'buildings',
  'building-density',
  'footprint',
  'gross-floor-area',
  'fsi',
  'gsi',
  'osr',
  'mean-storeys',
  'mean-height',
  'heat-demand',
  'heat-density',
  'heat-per-resident',
  'electricity-demand',
  'electricity-per-resident',
  'carbon-dioxide',
  'carbon-dioxide-per-resident',
  'peak-heat',
  'solar-potential',
  'solar-per-resident',
  'stops',
  'stop-density',
  'departures',
  'departure-density',
  'near-stop-share',
  'near-stop-departures',
  'green-share',
  'green-per-resident',
] as const
export type MeasureId = (typeof MEASURE_IDS)[number]

/** Unit of a measure; the interface writes it by the message `unit.<unit>`, the report by its symbol. */
export type MeasureUnit =
  | 'squareKilometres'
  | 'residents'
  | 'residentsPerSquareKilometre'
  | 'buildings'
  | 'buildingsPerSquareKilometre'
  | 'squareMetres'
  | 'ratio'
  | 'storeys'
  | 'metres'
  | 'gwhPerYear'
  | 'gwhPerSquareKilometreYear'
  | 'mwhPerResidentYear'
  | 'kilotonnesPerYear'
  | 'tonnesPerResidentYear'
  | 'megawatts'
  | 'stops'
  | 'stopsPerSquareKilometre'
  | 'departuresPerDay'
  | 'departuresPerSquareKilometreDay'
  | 'percent'
  | 'squareMetresPerResident'

/** What a measure of a zone rests on, each a column of `ZoneFacts`. */
export type FactName = Exclude<keyof ZoneFacts, 'zoneCount' | 'exampleBuildings' | 'modelledPopulationShares'>

/** Areas to be measured, in one city's CRS: districts, drawn areas or hexagons. */
export interface Zones {
  readonly geometry: PackedGeometry
  /**
   * Official residents of each zone; NaN where not known. Null where no such count can exist (drawn
   * areas, hexagons): residents then come from the population grid, by land area.
   */
  readonly populations: Float64Array | null
  /** 1 where the official figure is itself modelled. */
  readonly modelledPopulations?: Uint8Array
  /** Land of each zone and the share of it on which footprints are known, where the data state them. */
  readonly landSquareMetres?: Float64Array
  readonly coverageShares?: Float64Array
}

/** One city's facts, in its CRS, as the measures read them. Row order of `buildings` is the building index. */
export interface CityFacts {
  readonly buildings: {
    readonly geometry: PackedGeometry
    readonly footprintsSquareMetres: ArrayLike<number>
    readonly heightsMetres: ArrayLike<number>
    /** Places in HEIGHT_SOURCES of the schema. */
    readonly heightSourceCodes: Uint8Array
    /** By the rule of storeys.ts; not above 0 where there are none. */
    readonly storeys: ArrayLike<number>
    /** Places in STOREYS_SOURCES; 255 unknown. */
    readonly storeysSourceCodes: Uint8Array
    /** Modelled heat demand; NaN where the use has no class. */
    readonly heatKilowattHoursPerYear: Float64Array
    /** Modelled electricity of the building and its users, CO₂ of that and of the heat, and heat power on the coldest day; NaN likewise. */
    readonly electricityKilowattHoursPerYear: Float64Array
    readonly carbonDioxideKilogramsPerYear: Float64Array
    readonly peakHeatKilowatts: Float64Array
    /** 1 where a use, a year or storeys had to be assumed for the heat. */
    readonly heatAssumed: Uint8Array
    /** Modelled yield of panels on the roof; NaN where what the roof gets of the sun is not read. */
    readonly solarKilowattHoursPerYear: Float64Array
    /** As how many buildings each counts; every one as one where it is left out. */
    readonly counts?: Uint8Array
  }
  /** What of sun and sky reaches each roof, 0-1, by building. */
  readonly roofSun: { readonly directShares: Float64Array; readonly skyShares: Float64Array }
  readonly land: PackedGeometry
  readonly green: PackedGeometry
  /** Where footprints are known. */
  readonly coverage: PackedGeometry
  readonly populationGrid: { readonly geometry: PackedGeometry; readonly populations: Float64Array }
  readonly stops: {
    /** East, north in metres, interleaved. */
    readonly positions: Float64Array
    /** Departures on a working day; NaN where not known. */
    readonly departuresPerDay: Float64Array
  }
}

/** What is known of each zone, one value a zone; NaN where it cannot be known. All measures are made of these. */
export interface ZoneFacts {
  readonly zoneCount: number
  /** Land without sea. */
  readonly landSquareMetres: Float64Array
  /** Share of the land on which footprints are known, 0-1. Below `LEAST_COVERAGE_OF_RATIOS` building facts are NaN. */
  readonly coverageShares: Float64Array
  /** Land on which footprints are known. */
  readonly coveredLandSquareMetres: Float64Array
  readonly populations: Float64Array
  /** 1 where the residents are modelled, as those of a drawn area are; 0 where they are counted. */
  readonly modelledPopulationShares: Float64Array
  /** Buildings on that land, one on a border counted by its area share. */
  readonly buildingCounts: Float64Array
  readonly footprintSquareMetres: Float64Array
  readonly grossFloorAreaSquareMetres: Float64Array
  /** Footprint × height, summed. */
  readonly builtVolumeCubicMetres: Float64Array
  readonly heatKilowattHoursPerYear: Float64Array
  readonly electricityKilowattHoursPerYear: Float64Array
  readonly carbonDioxideKilogramsPerYear: Float64Array
  readonly peakHeatKilowatts: Float64Array
  /** Yield of panels on the roofs of these buildings. */
  readonly solarKilowattHoursPerYear: Float64Array
  /** Share of the footprint area whose height is estimated, neither measured nor from storeys, 0-1. */
  readonly estimatedHeightShares: Float64Array
  /** Share of the gross floor area whose storeys are estimated, 0-1. */
  readonly estimatedStoreysShares: Float64Array
  /** Share of the heat demand for which a use, a year or storeys had to be assumed, 0-1. */
  readonly assumedHeatShares: Float64Array
  /** Residents of the population grid on the zone's land, and those within 400 m of a stop. */
  readonly gridResidents: Float64Array
  readonly residentsNearStop: Float64Array
  /** Mean, by resident, of the departures a working day of the stops within 400 m. */
  readonly departuresNearResident: Float64Array
  /** Stops in the zone, and their departures a working day. */
  readonly stopCounts: Float64Array
  readonly departuresPerDay: Float64Array
  readonly greenSquareMetres: Float64Array
  /** Index of one building that lies wholly in the zone, to show the sum by; -1 where there is none. */
  readonly exampleBuildings: Int32Array
}

/** One measure: a figure of a zone as a formula over its facts. */
export interface Measure {
  readonly id: MeasureId
  readonly unit: MeasureUnit
  /** Decimals to show. */
  readonly decimals: number
  readonly group: 'people' | 'form' | 'energy' | 'mobility' | 'green'
  /** A sum over the zone (`extensive`), which grows with its size, or a ratio. */
  readonly kind: 'extensive' | 'intensive'
  /** How its values lie apart from zone to zone, by sums or by factors: the classes of a legend follow. */
  readonly spacing: 'linear' | 'logarithmic'
  /** The facts it is computed from, in the order of the formula. */
  readonly inputs: readonly FactName[]
  /** The formula over its inputs' names, for readers, e.g. `grossFloorAreaSquareMetres / landSquareMetres`. */
  readonly formula: string
  readonly source: string
  /** @returns NaN where the figure cannot be known */
  readonly of: (facts: ZoneFacts, zone: number) => number
  /** Share of the inputs that is estimated, 0-1. */
  readonly estimatedShare: (facts: ZoneFacts, zone: number) => number
}
