import {
  BASE_EST97,
  BASE_ETRS89,
  BASE_WGS84,
  defineDegrees,
  defineLambertConformal,
  defineTransverseMercator,
  defineWebMercator,
} from './define-crs.ts'

/**
 * Every CRS that the project reads and writes, the likeliest of a file first. Guesses, what files and
 * services declare, writers and messages derive from here: to add one, add its record, and a line on
 * what it is for (`imports.crs.<code>`) in each language if its name alone does not say it.
 */
export const CRS_RECORDS = [
  defineDegrees({
    epsg: 4326,
    name: 'WGS 84',
    shortName: 'WGS84',
    areaOfUse: { name: 'World', boundsDegrees: [-180, -90, 180, 90] },
    otherCodes: ['CRS84', 'CRS84H', '84', '4258', '4979', '4937', '4180'],
    // Bases of projected systems bear the same name: told by the kind of the text, not by its name.
    namePattern: null,
  }),
  defineTransverseMercator({
    epsg: 3067,
    name: 'ETRS89 / TM35FIN(E,N)',
    shortName: 'ETRS-TM35FIN',
    areaOfUse: { name: 'Finland', boundsDegrees: [19.08, 58.84, 31.59, 70.09] },
    otherCodes: ['25835', '3047', '32635'],
    namePattern: /TM35FIN|UTMZONE35N/i,
    base: BASE_ETRS89,
    axes: [
      ['Easting', 'E'],
      ['Northing', 'N'],
    ],
    conversion: 'TM35FIN',
    centralMeridianDegrees: 27,
    scale: 0.9996,
    falseEastingMetres: 500_000,
  }),
  defineTransverseMercator({
    epsg: 3879,
    name: 'ETRS89 / GK25FIN',
    shortName: 'ETRS-GK25FIN',
    areaOfUse: { name: 'Finland, nominally 24°30′E to 25°30′E', boundsDegrees: [24.5, 59.94, 25.5, 68.9] },
    otherCodes: [],
    namePattern: /GK25(FIN)?/i,
    base: BASE_ETRS89,
    axes: [
      ['Northing', 'N'],
      ['Easting', 'E'],
    ],
    conversion: 'Finland Gauss-Kruger zone 25',
    centralMeridianDegrees: 25,
    scale: 1,
    falseEastingMetres: 25_500_000,
  }),
  defineLambertConformal({
    epsg: 3301,
    name: 'Estonian Coordinate System of 1997',
    shortName: 'L-EST97',
    areaOfUse: { name: 'Estonia', boundsDegrees: [20.37, 57.52, 28.2, 60] },
    otherCodes: [],
    namePattern: /ESTONIANNATIONALGRID|ESTONIANATIONALGRID|LEST97|ESTONIANCOORDINATESYSTEMOF1997/i,
    base: BASE_EST97,
    axes: [
      ['Northing', 'X'],
      ['Easting', 'Y'],
    ],
    conversion: 'Estonian National Grid',
    parallelsDegrees: [59.33333333333334, 58],
    originDegrees: [24, 57.51755393055556],
    falseOriginMetres: [500_000, 6_375_000],
  }),
  defineWebMercator({
    epsg: 3857,
    name: 'WGS 84 / Pseudo-Mercator',
    shortName: 'Web Mercator',
    areaOfUse: { name: 'World between 85.06°S and 85.06°N', boundsDegrees: [-180, -85.06, 180, 85.06] },
    otherCodes: ['900913', '3785', '102100', '102113'],
    namePattern: /WEBMERCATOR|PSEUDOMERCATOR/i,
    base: BASE_WGS84,
    axes: [
      ['Easting', 'X'],
      ['Northing', 'Y'],
    ],
    conversion: 'Popular Visualisation Pseudo-Mercator',
  }),
] as const
