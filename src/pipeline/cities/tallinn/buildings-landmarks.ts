import type { Landmark } from '../../estimates/landmarks.ts'

/**
 * Landmarks of Tallinn whose height the source does not have, as they are mapped in parts. Heights of
 * the tops as cited. Places and widths of towers, the height at which a spire begins and the heights
 * of naves are drawn by hand after the footprints and are good to a few metres.
 */
export const LANDMARK_TABLE: readonly Landmark[] = [
  {
    name: 'Tallinna raekoda',
    longitudeDegrees: 24.7453147,
    latitudeDegrees: 59.4370074,
    bodyHeightMetres: 20,
    storeys: 3,
    towers: [{ longitudeDegrees: 24.7455883, latitudeDegrees: 59.4369556, widthMetres: 5.5, sides: 8, wallsToMetres: 34, toMetres: 64 }],
    citation: 'Tower 64 m: Tallinna Raekoda, raekoda.tallinn.ee, "Raekoja torn" (2024)',
  },
  {
    name: 'Oleviste kirik',
    longitudeDegrees: 24.7478789,
    latitudeDegrees: 59.4413197,
    bodyHeightMetres: 31,
    storeys: 1,
    towers: [{ longitudeDegrees: 24.7474732, latitudeDegrees: 59.4413107, widthMetres: 14, sides: 4, wallsToMetres: 58, toMetres: 123.8 }],
    citation: 'Tower 123.8 m, vaults of the nave 31 m: Wikipedia, "Oleviste kirik" and "St. Olaf\'s Church, Tallinn" (2024)',
  },
  {
    name: 'Niguliste kirik',
    longitudeDegrees: 24.7427291,
    latitudeDegrees: 59.4359081,
    bodyHeightMetres: 24,
    storeys: 1,
    towers: [{ longitudeDegrees: 24.7423233, latitudeDegrees: 59.4359261, widthMetres: 13, sides: 4, wallsToMetres: 50, toMetres: 105 }],
    citation: 'Tower 105 m: Wikipedia, "St. Nicholas Church, Tallinn" (2024)',
  },
  {
    name: 'Aleksander Nevski katedraal',
    longitudeDegrees: 24.7393173,
    latitudeDegrees: 59.4357363,
    bodyHeightMetres: 22,
    storeys: 1,
    towers: [
      {
        longitudeDegrees: 24.7393173,
        latitudeDegrees: 59.4357363,
        widthMetres: 13,
        sides: 16,
        fromMetres: 0,
        wallsToMetres: 38,
        shape: 'dome',
        toMetres: 58,
      },
    ],
    citation: 'Main dome 58 m: Wikipedia, "Aleksander Nevski katedraal" (2024)',
  },
  {
    name: 'Toompea loss',
    longitudeDegrees: 24.7374129,
    latitudeDegrees: 59.4357636,
    bodyHeightMetres: 'estimate',
    storeys: 3,
    towers: [{ longitudeDegrees: 24.7369189, latitudeDegrees: 59.4351442, widthMetres: 9.5, sides: 16, toMetres: 45.6 }],
    citation: 'Pikk Hermann 45.6 m: Riigikogu, riigikogu.ee, "Toompea loss" (2024)',
  },
  {
    name: 'Tallinna Toomkirik',
    longitudeDegrees: 24.7390759,
    latitudeDegrees: 59.4370484,
    bodyHeightMetres: 18,
    storeys: 1,
    towers: [{ longitudeDegrees: 24.7387407, latitudeDegrees: 59.4370304, widthMetres: 11, sides: 4, wallsToMetres: 36, toMetres: 69 }],
    citation: 'Tower 69 m: Wikipedia, "St Mary\'s Cathedral, Tallinn" (2024)',
  },
  {
    name: 'Tallinna teletorn',
    longitudeDegrees: 24.887427,
    latitudeDegrees: 59.471209,
    bodyHeightMetres: 'keep',
    storeys: 2,
    towers: [
      { longitudeDegrees: 24.887427, latitudeDegrees: 59.471209, widthMetres: 13, sides: 16, toMetres: 80 },
      { longitudeDegrees: 24.887427, latitudeDegrees: 59.471209, widthMetres: 9.5, sides: 16, fromMetres: 80, toMetres: 190 },
      { longitudeDegrees: 24.887427, latitudeDegrees: 59.471209, widthMetres: 38, sides: 16, fromMetres: 168, toMetres: 182 },
      { longitudeDegrees: 24.887427, latitudeDegrees: 59.471209, widthMetres: 3.5, sides: 8, fromMetres: 190, toMetres: 314 },
    ],
    citation:
      'Height 314 m, platform at 170 m: Tallinna Teletorn, teletorn.ee (2024); diameter of the platform 38 m and concrete shaft to 190 m: Wikipedia, "Tallinna teletorn" (2024)',
  },
]
