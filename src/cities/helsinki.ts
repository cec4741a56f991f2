import type { City } from './city.ts'

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
} as const satisfies City
