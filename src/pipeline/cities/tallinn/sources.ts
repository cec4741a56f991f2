import type { ManifestSource } from '../../../schema/datasets.ts'

export const TALLINN_OSM_2021: ManifestSource = {
  key: 'osm_2021',
  title: 'OpenStreetMap vector tiles of Estonia (OpenMapTiles schema), August 2021',
  publisher: 'OpenStreetMap contributors',
  licence: 'ODbL 1.0',
  credit: '© OpenStreetMap contributors, © OpenMapTiles',
  year: '2021',
}

export const TALLINN_DISTRICTS: ManifestSource = {
  key: 'tallinn_districts',
  title: 'Tallinna linnaosade ja asumite piirid (layer t02_41_asum)',
  publisher: 'City of Tallinn',
  licence: 'CC BY-SA 3.0 EE',
  credit: '© City of Tallinn',
  year: '2020',
}

export const TALLINN_POPULATION: ManifestSource = {
  key: 'tallinn_population',
  title: 'Residents by asum (field sum_rahvaarv of the layer Linnaosad_asumid), fetched in April 2026',
  publisher: 'City of Tallinn',
  licence: 'CC BY-SA 3.0 EE',
  credit: '© City of Tallinn',
  year: '2026',
}

export const LANDMARKS: ManifestSource = {
  key: 'landmarks',
  title: 'Heights of landmarks, kept by hand with a citation each',
  publisher: 'Kaksik',
  licence: 'CC0 1.0',
  credit: 'Heights of landmarks: Kaksik, by the sources cited',
  year: '2026',
}
