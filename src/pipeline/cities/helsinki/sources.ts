import type { ManifestSource } from '../../../schema/datasets.ts'

const CITY = { publisher: 'City of Helsinki', licence: 'CC BY 4.0', credit: '© City of Helsinki' } as const

export const HELSINKI_OSM: ManifestSource = {
  key: 'osm',
  title: 'OpenStreetMap extracts of the inner city, 2019-04-21, 2024-01-26 and 2024-08-15',
  publisher: 'OpenStreetMap contributors',
  licence: 'ODbL 1.0',
  credit: '© OpenStreetMap contributors',
  year: '2019-2024',
}

export const HELSINKI_NLS: ManifestSource = {
  key: 'nls_topographic_db',
  title: 'National Land Survey of Finland Topographic Database, buildings',
  publisher: 'National Land Survey of Finland',
  licence: 'CC BY 4.0',
  credit: '© National Land Survey of Finland',
  year: '2021-2026',
}

export const HELSINKI_REGISTER: ManifestSource = {
  key: 'city_register',
  title: 'Building footprints of the City of Helsinki (Töölö, Kivelä)',
  year: '2024',
  ...CITY,
}

export const HELSINKI_CITY_MODEL: ManifestSource = {
  key: 'city_3dtiles',
  title: 'Helsinki 3D city model, meshed buildings (3D Tiles)',
  year: '2019',
  ...CITY,
}

export const HELSINKI_CITYGML: ManifestSource = {
  key: 'city_citygml_lod2',
  title: 'Helsinki 3D city model, CityGML LoD2 with register attributes',
  year: '2019',
  ...CITY,
}

export const HELSINKI_DISTRICTS: ManifestSource = {
  key: 'helsinki_districts',
  title: 'Kaupunginosajako and Piirijako, suurpiiri (WFS of 20 May 2026)',
  year: '2026',
  ...CITY,
}

export const HELSINKI_LAND: ManifestSource = {
  key: 'hsy_land',
  title: 'Postal code areas of the capital region 2023, clipped to the shore',
  publisher: 'Helsinki Region Environmental Services HSY',
  licence: 'CC BY 4.0',
  credit: '© HSY',
  year: '2023',
}

export const HELSINKI_ELECTRICITY: ManifestSource = {
  key: 'city_electricity',
  title: "Electricity of the City of Helsinki's own buildings by day (Nuuka open API)",
  year: '2017-2019',
  ...CITY,
}

export const HELSINKI_POPULATION: ManifestSource = {
  key: 'hsy_population_2021',
  title: 'Väestötietoruudukko 2021 (population grid, 250 m)',
  publisher: 'Helsinki Region Environmental Services HSY',
  licence: 'CC BY 4.0',
  credit: '© HSY',
  year: '2021',
}

export const LANDMARKS: ManifestSource = {
  key: 'landmarks',
  title: 'Heights of landmarks, kept by hand with a citation each',
  publisher: 'Kaksik',
  licence: 'CC0 1.0',
  credit: 'Heights of landmarks: Kaksik, by the sources cited',
  year: '2026',
}
