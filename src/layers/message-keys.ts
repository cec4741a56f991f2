import { ASSUMPTION_NAMES, ASSUMPTION_UNITS } from '../analytics/energy/assumptions/assumption.ts'
import { SOLAR_ASSUMPTIONS } from '../analytics/solar/solar-assumptions.ts'
import { MEASURE_IDS } from '../analytics/measures/types.ts'
import { CITIES } from '../cities/index.ts'
import { AMENITY_CLASSES, BUILDING_USES, GREEN_CLASSES, HEIGHT_SOURCES, STOREYS_SOURCES, TRANSIT_MODES } from '../schema/datasets.ts'
import { AREA_LAYER_IDS, BUILDING_LAYER_IDS, OVERLAY_LAYER_IDS } from './ids.ts'

/** Units; a number on screen is followed by its unit's text. */
const UNITS = [
  'metres',
  'squareMetres',
  'squareKilometres',
  'percent',
  'storeys',
  'mwhPerYear',
  'gwhPerYear',
  'kwhPerSquareMetreYear',
  'kilowattPeaksPerSquareMetre',
  'kwhPerKilowattPeakYear',
  'gwhPerSquareKilometreYear',
  'mwhPerResidentYear',
  'tonnesPerYear',
  'kilotonnesPerYear',
  'tonnesPerResidentYear',
  'kilowatts',
  'megawatts',
  ...ASSUMPTION_UNITS.filter((unit) => unit !== 'kwhPerSquareMetreYear' && unit !== 'metres' && unit !== 'year'),
  'residents',
  'residentsPerSquareKilometre',
  'buildings',
  'buildingsPerSquareKilometre',
  'stops',
  'stopsPerSquareKilometre',
  'departuresPerDay',
  'departuresPerSquareKilometreDay',
  'squareMetresPerResident',
] as const
export type Unit = (typeof UNITS)[number]

/** Remarks under a legend. */
const NOTES = [
  /** Building data cover only a part of this city: outside it no building means no data. */
  'buildingsPartial',
  /** Building figures are those of the land on which footprints are known, see coverage-limits.ts. */
  'coverageRule',
  /** Modelled from use, year and floor area; not metered. The assumptions can be changed. */
  'heatModelled',
  /** The year or the use of many buildings is assumed. */
  'heatAssumed',
  /** The city's modelled total is above what homes and services used by a published statistic. */
  'heatAboveBound',
  /** The city's floor areas are scaled so that the model meets that statistic. */
  'heatCalibrated',
  /** No statistic is at hand that speaks of the buildings of the data. */
  'heatUnchecked',
  /** Modelled from roof area, assumed panels and the shade of buildings; shapes of roofs and trees are not known. */
  'solarModelled',
  /** Population is modelled, not counted. */
  'populationModelled',
  /** The cities' figures are of different years. */
  'yearsDiffer',
  /** Cells differ in size between the cities, so residents are shown per square kilometre. */
  'cellsDiffer',
  /** Districts differ in size and number between the cities: compare with care. */
  'unevenDistricts',
  /** The sources do not cover the departures of every stop. */
  'departuresPartial',
  /** Amenities are known in a part of this city only: elsewhere none means no data. */
  'amenitiesPartial',
  /** Some lines are drawn straight from stop to stop. */
  'straightLines',
  /** The highest and lowest two per cent share the end colours. */
  'endsClipped',
  /** Steps of the scale grow by a factor, not by a sum. */
  'logarithmic',
  /** Heights of some buildings are estimated from their neighbours. */
  'heightsEstimated',
] as const
export type Note = (typeof NOTES)[number]

/** Names of facts on a card. */
const CARD_FACTS = [
  'address',
  'use',
  'height',
  'heightSource',
  'storeys',
  'storeysSource',
  'year',
  'footprint',
  'grossFloorArea',
  'heatedFloorArea',
  'heatIntensity',
  'heatDemand',
  'electricityDemand',
  'carbonDioxide',
  'peakHeat',
  'solarYield',
  'roofSunlight',
  'dataset',
  'datasetYear',
  'licence',
  'names',
  'buildingCoverage',
  'departures',
  'mode',
  'modes',
  'line',
  'lineName',
  'path',
  'placeClass',
] as const
export type CardFactName = (typeof CARD_FACTS)[number]

const PLACE_CLASSES = ['landmark', 'quarter', 'square', 'water'] as const

/** Ranges of the years of construction, oldest first. */
export const YEAR_BANDS = [
  'before-1900',
  '1900-1919',
  '1920-1939',
  '1940-1959',
  '1960-1979',
  '1980-1999',
  '2000-2009',
  'from-2010',
] as const

/** Parameters that a layer offers for editing. */
const PARAMS = [
  'level',
  'measure',
  'yearWhenUnknown',
  'useWhenUnknown',
  'residentialStoreyHeight',
  'otherStoreyHeight',
  'intensity',
  'lastYear',
  'family',
  'calibration',
] as const

const keysOf = <Name extends string, Prefix extends string>(prefix: Prefix, names: readonly Name[]) =>
  names.map((name) => `${prefix}.${name}` as const)

const LAYER_IDS = [...BUILDING_LAYER_IDS, ...AREA_LAYER_IDS, ...OVERLAY_LAYER_IDS]

/** Every message key that layers, legends, cards and search hand to the interface. */
export const MESSAGE_KEYS_OF_DATA: readonly string[] = [
  ...keysOf('layer', LAYER_IDS),
  ...keysOf('measure', MEASURE_IDS),
  ...keysOf('unit', UNITS),
  ...keysOf('note', NOTES),
  ...keysOf('card', CARD_FACTS),
  ...keysOf('use', BUILDING_USES),
  ...keysOf('heightSource', HEIGHT_SOURCES),
  ...keysOf('storeysSource', STOREYS_SOURCES),
  ...keysOf('mode', TRANSIT_MODES),
  ...keysOf('green', GREEN_CLASSES),
  ...keysOf('place', PLACE_CLASSES),
  ...keysOf('amenity', AMENITY_CLASSES),
  ...keysOf('year', YEAR_BANDS),
  ...keysOf('param', PARAMS),
  ...keysOf('param.level', ['coarse', 'fine']),
  ...keysOf('heat', ['title']),
  ...keysOf('calibration', ['published', 'none']),
  ...keysOf('assumption', ASSUMPTION_NAMES),
  ...keysOf('solar', ['title']),
  ...SOLAR_ASSUMPTIONS.map(({ id }) => `assumption.${id}` as const),
  ...keysOf('family', ['RKT', 'OKT', 'LPR', 'none']),
  ...keysOf('linePath', ['street', 'straight']),
  ...keysOf('kind', ['building', 'district', 'stop', 'line', 'place', 'amenity', 'street']),
  ...keysOf('provenance', ['measured', 'official', 'modelled', 'default']),
  ...CITIES.flatMap((city) => [city.levels.coarse, city.levels.fine]),
]
