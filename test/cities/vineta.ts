import type { City } from '../../src/cities/city.ts'

/** A city that does not exist, of two districts in the open Gulf of Finland (the sunken city of legend lies in the Baltic too), to prove that a third one needs no other code. */
export const vineta = {
  id: 'vineta',
  names: { en: 'Vineta', fi: 'Vineta', et: 'Vineta', sv: 'Vineta' },
  epsg: 3067,
  heightSystem: 'N2000',
  geoid: {
    longitudeOriginDegrees: 24,
    latitudeOriginDegrees: 59.8,
    coefficientsMetres: [17.5, 0, 0, 0, 0, 0],
    boundsDegrees: [23.9, 59.75, 24.1, 59.85],
    maximumErrorMetres: 1,
  },
  timeZone: 'Europe/Helsinki',
  anchor: { longitudeDegrees: 24, latitudeDegrees: 59.8, name: 'Agora' },
  extentDegrees: [23.9, 59.75, 24.1, 59.85],
  accent: { light: '#2b6b4f', dark: '#7fc9a4' },
  placeNameLanguages: ['en'],
  levels: { coarse: 'level.vineta.coarse', fine: 'level.vineta.fine' },
  levelWords: { coarse: ['rings'], fine: ['quarters'] },
} as const satisfies City
