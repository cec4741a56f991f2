import type { ManifestSource } from '../../../schema/datasets.ts'
import type { Provenance } from '../../../schema/provenance.ts'

const OSM = { publisher: 'OpenStreetMap contributors', licence: 'ODbL 1.0', credit: '© OpenStreetMap contributors' } as const
const HSL = { publisher: 'Helsinki Region Transport (HSL)', licence: 'CC BY 4.0', credit: 'HSL' } as const
const HSY = { publisher: 'Helsinki Region Environmental Services (HSY)', licence: 'CC BY 4.0', credit: 'HSY' } as const

/** Sources of the map, transit and population data sets, by key. */
export const MAP_SOURCES = {
  land: { key: 'hsy-land-2023', title: 'Postal areas without sea, 2023 (coastline)', year: '2023', ...HSY },
  postalAreas: { key: 'hsy-postal-areas', title: 'Postal areas with the outer islands, coarser shore', year: 'not stated', ...HSY },
  coverage: {
    key: 'buildings',
    title: 'Area in which building footprints are known (union of the building sources)',
    publisher: 'derived from OpenStreetMap, National Land Survey of Finland, City of Helsinki',
    licence: 'ODbL 1.0',
    credit: '© OpenStreetMap contributors, National Land Survey of Finland, City of Helsinki',
    year: '2019-2026',
  },
  districts: {
    key: 'helsinki-districts-2026',
    title: 'Major districts (suurpiirit)',
    publisher: 'City of Helsinki',
    licence: 'CC BY 4.0',
    credit: 'City of Helsinki',
    year: '2026',
  },
  centre: { key: 'osm-centre', title: 'OpenStreetMap, central Helsinki (extracts of 2024, gaps of 2019)', year: '2019-2024', ...OSM },
  transitServed: {
    key: 'osm-transit-2022',
    title: 'OpenStreetMap, streets and tracks that public transport uses, January 2022',
    year: '2022',
    ...OSM,
  },
  north: {
    key: 'osm-north-2023',
    title: 'OpenStreetMap, car streets of northern Helsinki (by way of a traffic model)',
    year: '2023',
    ...OSM,
  },
  water: { key: 'osm-water-2025', title: 'OpenStreetMap, inland water, November 2025', year: '2025', ...OSM },
  landCover: {
    key: 'hsy-land-cover',
    title: 'Land cover, shares of trees and other vegetation on a 10 m grid',
    year: 'not stated',
    ...HSY,
  },
  timetables: {
    key: 'hsl-gtfs-2022',
    title: 'Timetables (GTFS) of Tuesday 22 February 2022, 24.85-25.00 E, 60.15-60.25 N',
    year: '2022',
    ...HSL,
  },
  stops: { key: 'hsl-stops', title: 'Public transport stops', year: '2022', ...HSL },
  lines: { key: 'hsl-lines', title: 'Public transport lines', year: '2021-2022', ...HSL },
  population: { key: 'hsy-population-2021', title: 'Population grid 250 m, 2021', year: '2021', ...HSY },
} as const satisfies Record<string, ManifestSource>

export const OSM_PROVENANCE: Provenance = {
  kind: 'measured',
  year: '2019-2025',
  source: 'OpenStreetMap contributors',
  uncertainty: 'drawn by volunteers; all streets in the centre only, elsewhere main streets and the north',
}
