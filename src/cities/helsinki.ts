import { NOT_FROM_A_SOURCE, type City } from './city.ts'

/** CO₂ of the city's district heat, g/kWh. */
const DISTRICT_HEAT_GRAMS = [
  { year: 2019, grams: 198 },
  { year: 2020, grams: 182 },
  { year: 2021, grams: 182 },
  { year: 2022, grams: 223 },
  { year: 2023, grams: 162 },
] as const

/** Helsinki. Geoid: quadratic fit to FIN2023N2000 (National Land Survey of Finland), within 1.3 cm. */
export const helsinki = {
  id: 'helsinki',
  names: { en: 'Helsinki', fi: 'Helsinki', et: 'Helsingi', sv: 'Helsingfors' },
  epsg: 3879,
  heightSystem: 'N2000',
  geoid: {
    longitudeOriginDegrees: 24.95,
    latitudeOriginDegrees: 60.2,
    coefficientsMetres: [17.6151, -1.6908, 0.7566, 0.6242, -1.3794, 3.9601],
    boundsDegrees: [24.78, 60.1, 25.26, 60.3],
    maximumErrorMetres: 0.0125,
  },
  timeZone: 'Europe/Helsinki',
  anchor: { longitudeDegrees: 24.9522, latitudeDegrees: 60.1697, name: 'Senaatintori' },
  extentDegrees: [24.78, 60.1, 25.26, 60.3],
  accent: { light: '#1f5fa8', dark: '#7fb0ea' },
  placeNameLanguages: ['fi', 'sv'],
  levels: { coarse: 'level.helsinki.coarse', fine: 'level.helsinki.fine' },
  levelWords: { coarse: ['suurpiirit', 'suurpiiri', 'stordistrikt'], fine: ['kaupunginosat', 'kaupunginosa', 'stadsdelar'] },
  energyFigures: [
    {
      id: 'heating-degree-days',
      default: 3900,
      low: 3500,
      high: 4300,
      unit: 'kelvinDays',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
    {
      id: 'design-temperature',
      default: -26,
      low: -29,
      high: -22,
      unit: 'degreesCelsius',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
    {
      id: 'electricity-carbon',
      default: 60,
      low: 30,
      high: 130,
      unit: 'gramsPerKilowattHour',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
    ...DISTRICT_HEAT_GRAMS.map(({ year, grams }) => ({
      id: `district-heat-carbon-${year}`,
      default: grams,
      // A year's factor is known; which year's holds is not.
      low: Math.min(...DISTRICT_HEAT_GRAMS.map((row) => row.grams)),
      high: Math.max(...DISTRICT_HEAT_GRAMS.map((row) => row.grams)),
      unit: 'gramsPerKilowattHour' as const,
      kind: 'official' as const,
      year: `${year}`,
      source: 'Helen, specific emissions of district heat',
    })),
  ],
} as const satisfies City
