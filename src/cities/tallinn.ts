import { NOT_FROM_A_SOURCE, type City } from './city.ts'

/**
 * Tallinn. Geoid: quadratic fit to FIN2023N2000 outside Finland, taken as ±5 cm; the grid of
 * EST-GEOID2017 replaces it when it can be had.
 */
export const tallinn = {
  id: 'tallinn',
  names: { en: 'Tallinn', fi: 'Tallinna', et: 'Tallinn', sv: 'Tallinn' },
  epsg: 3301,
  heightSystem: 'EH2000',
  geoid: {
    longitudeOriginDegrees: 24.75,
    latitudeOriginDegrees: 59.43,
    coefficientsMetres: [17.9126, -0.8022, -3.3711, 0.0841, 1.1584, 6.2968],
    boundsDegrees: [24.53, 59.35, 24.93, 59.5],
    maximumErrorMetres: 0.05,
  },
  timeZone: 'Europe/Tallinn',
  anchor: { longitudeDegrees: 24.7453, latitudeDegrees: 59.4372, name: 'Raekoja plats' },
  extentDegrees: [24.53, 59.35, 24.93, 59.5],
  accent: { light: '#b4532a', dark: '#e79b76' },
  placeNameLanguages: ['et'],
  levels: { coarse: 'level.tallinn.coarse', fine: 'level.tallinn.fine' },
  levelWords: { coarse: ['linnaosad', 'linnaosa'], fine: ['asumid', 'asum'] },
  energyFigures: [
    {
      id: 'heating-degree-days',
      default: 4000,
      low: 3500,
      high: 4400,
      unit: 'kelvinDays',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
    {
      id: 'design-temperature',
      default: -22,
      low: -25,
      high: -18,
      unit: 'degreesCelsius',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
    {
      id: 'electricity-carbon',
      default: 550,
      low: 350,
      high: 800,
      unit: 'gramsPerKilowattHour',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
    {
      id: 'district-heat-carbon-2023',
      default: 150,
      low: 60,
      high: 230,
      unit: 'gramsPerKilowattHour',
      kind: 'default',
      year: null,
      source: NOT_FROM_A_SOURCE,
    },
  ],
  energyBound: {
    finalEnergyMegawattHours: 8_440_945,
    homesShare: 0.399,
    servicesShare: 0.179,
    year: 2011,
    source: 'City of Tallinn, Energy performance',
  },
} as const satisfies City
