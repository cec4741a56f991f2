import type { ManifestSource } from '../../../schema/datasets.ts'
import type { Provenance } from '../../../schema/provenance.ts'

/** Sources of the map, transit and population data sets, by key. */
export const MAP_SOURCES = {
  openStreetMap2021: {
    key: 'osm-2021',
    title: 'OpenStreetMap, Tallinn, August 2021 (vector tiles of zoom 14, about 0.3 m grid)',
    publisher: 'OpenStreetMap contributors; schema OpenMapTiles',
    licence: 'ODbL 1.0',
    credit: '© OpenStreetMap contributors, © OpenMapTiles',
    year: '2021',
  },
  coastline: {
    key: 'osm-boundary',
    title: 'City boundary of Tallinn along the coast',
    publisher: 'OpenStreetMap contributors (by way of EqualStreetNames)',
    licence: 'ODbL 1.0',
    credit: '© OpenStreetMap contributors',
    year: '2021-2026',
  },
  timetables2023: {
    key: 'tlt-2023',
    title: 'Stops and timetables of Tallinn (stops.txt, routes.txt), 21 November 2023',
    publisher: 'Tallinn Transport Department',
    licence: 'open data, free use',
    credit: 'Tallinn Transport Department',
    year: '2023',
  },
  syntheticPopulation2015: {
    key: 'finest-twins-2015',
    title: 'FinEst Twins: modelling of the city of Tallinn, 500 m grid (Agriesti et al. 2022, doi:10.3390/ijgi11020148)',
    publisher: 'FinEst Centre for Smart Cities',
    licence: 'CC BY 4.0',
    credit: 'Agriesti et al. 2022, FinEst Twins',
    year: '2015',
  },
} as const satisfies Record<string, ManifestSource>

export const OSM_2021_PROVENANCE: Provenance = {
  kind: 'measured',
  year: '2021',
  source: 'OpenStreetMap contributors, August 2021',
  uncertainty: 'drawn by volunteers, on a grid of about 0.3 m',
}
