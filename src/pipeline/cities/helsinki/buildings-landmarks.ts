import type { Landmark } from '../../estimates/landmarks.ts'

/**
 * Landmarks of Helsinki whose height the sources have wrong. Others were checked and are plausible as
 * they are: railway station's clock tower 48.5 m, Johanneskirkko 74 m, National
 * Museum 58 m, Mikael Agricola church's spire 97 m (a footprint of its own), Itämerentorni 66 m.
 */
export const LANDMARK_TABLE: readonly Landmark[] = [
  {
    name: 'Kallion kirkko',
    longitudeDegrees: 24.949373,
    latitudeDegrees: 60.184048,
    bodyHeightMetres: 'keep',
    storeys: 1,
    towers: [
      { longitudeDegrees: 24.949373, latitudeDegrees: 60.184048, widthMetres: 9, sides: 4, wallsToMetres: 57, shape: 'dome', toMetres: 65 },
    ],
    citation:
      'Church 65 m high: helsinkikuvia.fi, Helsinki City Museum, "Näkymä Kallion kirkon tornin sisältä" (2023); the tower is drawn over its part of the source',
  },
  {
    name: 'Uspenskin katedraali',
    longitudeDegrees: 24.95995,
    latitudeDegrees: 60.16847,
    bodyHeightMetres: 'keep',
    storeys: 1,
    towers: [
      {
        longitudeDegrees: 24.95995,
        latitudeDegrees: 60.16847,
        widthMetres: 10,
        sides: 8,
        fromMetres: 10,
        wallsToMetres: 20,
        shape: 'spire',
        toMetres: 33,
      },
    ],
    citation:
      'Central dome 33 m: travelexplorations.custompublish.com, "Uspenski Cathedral in Helsinki" (2023); its cap is drawn as a spire in the middle of the footprint; the body stays estimated',
  },
  {
    name: 'Helsingin tuomiokirkko',
    longitudeDegrees: 24.95214,
    latitudeDegrees: 60.17038,
    bodyHeightMetres: 'keep',
    storeys: 1,
    towers: [
      {
        longitudeDegrees: 24.952158,
        latitudeDegrees: 60.17038,
        widthMetres: 15,
        sides: 16,
        fromMetres: 20,
        wallsToMetres: 40,
        shape: 'dome',
        toMetres: 62,
      },
    ],
    citation: 'Main dome 62 m: Wikipedia, "Helsinki Cathedral" (2024); the source has 38 m',
  },
  {
    name: 'Hotelli Torni',
    longitudeDegrees: 24.93862,
    latitudeDegrees: 60.16781,
    bodyHeightMetres: 'estimate',
    towers: [{ longitudeDegrees: 24.93862, latitudeDegrees: 60.16781, widthMetres: 15, sides: 4, turnDegrees: 34, toMetres: 70 }],
    citation: 'The tower, not the whole block, is 70 m high: Wikipedia, "Hotel Torni" (2024); drawn in the middle of the footprint',
  },
  {
    name: 'Helsingin olympiastadion',
    longitudeDegrees: 24.92602,
    latitudeDegrees: 60.18633,
    bodyHeightMetres: 'keep',
    towers: [],
    partHeightsMetres: { 'hel-part-w158581179': 72.7 },
    citation: 'Tower 72.71 m: Olympiastadion, stadion.fi, "Stadion Tower" (2024); the source counts 24 storeys',
  },
]
