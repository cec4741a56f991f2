import type { BuildingUse } from '../schema/datasets.ts'

/** Version of the format of a scenario; older ones are migrated, newer ones are refused. */
export const SCENARIO_VERSION = 1

export const SCENARIO_FORMAT = 'kaksik-scenario'

/**
 * What a planner would change, as data: it can be stored, sent, compared and applied, and says nothing of how it is
 * drawn. Coordinates are WGS84 longitude and latitude in degrees.
 */
export interface Scenario {
  readonly format: typeof SCENARIO_FORMAT
  readonly version: typeof SCENARIO_VERSION
  /** Unique and stable: the same scenario in a file, in storage and in a link. */
  readonly id: string
  readonly name: string
  /** When it was last changed, ISO 8601 in UTC. */
  readonly changedAt: string
  /** Applied in this order. Their ids are unique. */
  readonly edits: readonly Edit[]
  /** Assumptions that differ from their defaults, by the name that the models give them. */
  readonly assumptions: Readonly<Record<string, number>>
  readonly remarks: readonly Remark[]
}

export type LonLat = readonly [longitudeDegrees: number, latitudeDegrees: number]
/** A closed line without its last point again. */
export type Ring = readonly LonLat[]
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[]

/**
 * A building of the data, held so that it is found again after the data were rebuilt: by id, else by place and size.
 */
export interface BuildingRef {
  readonly id: string
  readonly position: LonLat
  readonly footprintSquareMetres: number
}

/** Energy standard of a new building, or package of measures of a retrofit; the energy model says what each means. */
export const ENERGY_STANDARDS = ['standard', 'low-energy', 'nearly-zero'] as const
export type EnergyStandard = (typeof ENERGY_STANDARDS)[number]
export const RETROFIT_PACKAGES = ['light', 'standard', 'deep'] as const
export type RetrofitPackage = (typeof RETROFIT_PACKAGES)[number]

/** Which of a city's buildings a rule is for; every part that stands must hold. */
export interface BuildingSelector {
  readonly uses?: readonly BuildingUse[]
  /** Years of construction, both ends included; a building of unknown year is not selected by years. */
  readonly fromYear?: number
  readonly toYear?: number
  readonly leastStoreys?: number
  readonly mostStoreys?: number
  readonly leastFootprintSquareMetres?: number
  /** Ids of districts of either level. */
  readonly districtIds?: readonly string[]
  /** Within any of these areas: the point that stands for the building lies inside. */
  readonly areas?: readonly Polygon[]
}

/** Where an edit holds: in one city, or, as a rule, in several. */
interface InCity {
  readonly cityId: string
}
interface InCities {
  readonly cityIds: readonly string[]
}
interface Named {
  readonly id: string
  readonly name?: string
}

export interface AddBuilding extends Named, InCity {
  readonly kind: 'add-building'
  readonly footprint: Polygon
  readonly storeys: number
  /** Height of the roof above the ground; by the rule of storeys where it is not stated. */
  readonly heightMetres?: number
  readonly use: BuildingUse
  readonly standard: EnergyStandard
}
export interface RemoveBuilding extends Named, InCity {
  readonly kind: 'remove-building'
  readonly building: BuildingRef
}
export interface ChangeBuilding extends Named, InCity {
  readonly kind: 'change-building'
  readonly building: BuildingRef
  readonly storeys?: number
  readonly heightMetres?: number
  readonly use?: BuildingUse
}
export interface Retrofit extends Named, InCities {
  readonly kind: 'retrofit'
  readonly selector: BuildingSelector
  readonly package: RetrofitPackage
}
export interface Solar extends Named, InCities {
  readonly kind: 'solar'
  /** Roofs are selected by their buildings. */
  readonly selector: BuildingSelector
  /** Share of the selected roofs' usable area that carries panels, 0-1. */
  readonly share: number
}
/** What may be built on an area. */
export interface PlanRule extends Named, InCity {
  readonly kind: 'plan-rule'
  readonly area: Polygon
  readonly storeys: number
  /** Share of the area that buildings cover at most, 0-1. */
  readonly coverageShare: number
  /** No building nearer to the area's border than this. */
  readonly setbackMetres: number
  /** Shares of the floor area by use; their sum is 1. */
  readonly useShares: Readonly<Partial<Record<BuildingUse, number>>>
  /** The buildings that stand on the area today make way. */
  readonly clears: boolean
}
export interface AddStop extends Named, InCity {
  readonly kind: 'add-stop'
  readonly position: LonLat
  /** Departures on a working day. */
  readonly departuresPerDay: number
}
export interface AddLine extends Named, InCity {
  readonly kind: 'add-line'
  readonly path: readonly LonLat[]
  readonly stops: readonly LonLat[]
  /** Minutes between departures, and the hours of a working day in which it runs. */
  readonly headwayMinutes: number
  readonly serviceHours: number
}
export interface AddPark extends Named, InCity {
  readonly kind: 'add-park'
  readonly area: Polygon
}
export interface CloseStreet extends Named, InCity {
  readonly kind: 'close-street'
  /** Streets within it are closed to cars. */
  readonly area: Polygon
}

export type Edit = AddBuilding | RemoveBuilding | ChangeBuilding | Retrofit | Solar | PlanRule | AddStop | AddLine | AddPark | CloseStreet
export type EditKind = Edit['kind']

/** A note, pinned to a place or to an edit. */
export interface Remark {
  readonly id: string
  readonly text: string
  readonly at: { readonly cityId: string; readonly position: LonLat } | { readonly editId: string }
}
