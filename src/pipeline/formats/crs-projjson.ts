import type { EpsgCode } from '../../geo/crs.ts'

/**
 * PROJJSON (proj.org/specifications/projjson) of the CRS that `data/` is written in, as GeoParquet's
 * `crs` wants it. The axis order in the file is east, north whatever the registry says
 * (GeoParquet 1.1, "Coordinate axis order").
 */
export const PROJJSON: Readonly<Partial<Record<EpsgCode, unknown>>> = {
  3879: createProjectedCrs({
    code: 3879,
    name: 'ETRS89 / GK25FIN',
    base: 'ETRS89', baseCode: 4258, datum: 'European Terrestrial Reference System 1989',
    conversion: {
      name: 'Finland Gauss-Kruger zone 25',
      method: { name: 'Transverse Mercator', id: { authority: 'EPSG', code: 9807 } },
      parameters: [
        degrees('Latitude of natural origin', 0, 8801),
        degrees('Longitude of natural origin', 25, 8802),
        { name: 'Scale factor at natural origin', value: 1, unit: 'unity', id: { authority: 'EPSG', code: 8805 } },
        metres('False easting', 25_500_000, 8806),
        metres('False northing', 0, 8807),
      ],
    },
  }),
  3301: createProjectedCrs({
    code: 3301,
    name: 'Estonian Coordinate System of 1997',
    base: 'EST97', baseCode: 4180, datum: 'Estonia 1997',
    conversion: {
      name: 'Estonian National Grid',
      method: { name: 'Lambert Conic Conformal (2SP)', id: { authority: 'EPSG', code: 9802 } },
      parameters: [
        degrees('Latitude of false origin', 57.51755393055556, 8821),
        degrees('Longitude of false origin', 24, 8822),
        degrees('Latitude of 1st standard parallel', 59.33333333333334, 8823),
        degrees('Latitude of 2nd standard parallel', 58, 8824),
        metres('Easting at false origin', 500_000, 8826),
        metres('Northing at false origin', 6_375_000, 8827),
      ],
    },
  }),
}

interface ProjectedCrs {
  readonly code: number
  readonly name: string
  readonly base: string
  readonly baseCode: number
  readonly datum: string
  readonly conversion: unknown
}

function createProjectedCrs(crs: ProjectedCrs): unknown {
  return {
    $schema: 'https://proj.org/schemas/v0.7/projjson.schema.json',
    type: 'ProjectedCRS',
    name: crs.name,
    base_crs: {
      type: 'GeographicCRS',
      name: crs.base,
      datum: {
        type: 'GeodeticReferenceFrame',
        name: crs.datum,
        ellipsoid: { name: 'GRS 1980', semi_major_axis: 6_378_137, inverse_flattening: 298.257222101 },
      },
      coordinate_system: {
        subtype: 'ellipsoidal',
        axis: [
          { name: 'Geodetic latitude', abbreviation: 'Lat', direction: 'north', unit: 'degree' },
          { name: 'Geodetic longitude', abbreviation: 'Lon', direction: 'east', unit: 'degree' },
        ],
      },
      id: { authority: 'EPSG', code: crs.baseCode },
    },
    conversion: crs.conversion,
    coordinate_system: {
      subtype: 'Cartesian',
      axis: [
        { name: 'Northing', abbreviation: crs.code === 3301 ? 'X' : 'N', direction: 'north', unit: 'metre' },
        { name: 'Easting', abbreviation: crs.code === 3301 ? 'Y' : 'E', direction: 'east', unit: 'metre' },
      ],
    },
    id: { authority: 'EPSG', code: crs.code },
  }
}

function degrees(name: string, value: number, code: number): unknown {
  return { name, value, unit: 'degree', id: { authority: 'EPSG', code } }
}

function metres(name: string, value: number, code: number): unknown {
  return { name, value, unit: 'metre', id: { authority: 'EPSG', code } }
}
