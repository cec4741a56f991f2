import { lambertConformal, longitudeLatitude, transverseMercator, webMercator, type Projection } from './projections.ts'

/** What is said of a CRS beside its formulas. */
export interface CrsFacts<Code extends number = number> {
  readonly epsg: Code
  /** As the EPSG registry has it. */
  readonly name: string
  /** As people know it; the same in every language. */
  readonly shortName: string
  /** West, south, east, north in degrees, as the registry has it. */
  readonly areaOfUse: { readonly name: string; readonly boundsDegrees: readonly [number, number, number, number] }
  /** Codes that are the same to within what the app shows (ETRS89 is taken as WGS84), in capitals. */
  readonly otherCodes: readonly string[]
  /** Finds it in the name of a well-known text, of which only letters and digits are kept; null for none. */
  readonly namePattern: RegExp | null
}

/** One CRS that the project reads and writes. Everything is taken in axis order east, north. */
export interface CrsRecord<Code extends number = number> extends CrsFacts<Code> {
  readonly unit: 'degree' | 'metre'
  /** The definition for proj4, which is the reference. */
  readonly proj4: string
  /** The same for millions of points: a fifth of proj4's time a point. */
  readonly projection: Projection
  /** PROJJSON (proj.org/specifications/projjson), as GeoParquet's `crs` wants it; axes as in the registry. */
  readonly projjson: unknown
}

/** The geographic CRS under a projected one. */
export interface BaseCrs {
  readonly epsg: number
  readonly name: string
  readonly datum: string
  readonly ellipsoid: typeof GRS80 | typeof WGS84
}

const GRS80 = { name: 'GRS 1980', semi_major_axis: 6_378_137, inverse_flattening: 298.257222101 } as const
const WGS84 = { name: 'WGS 84', semi_major_axis: 6_378_137, inverse_flattening: 298.257223563 } as const

export const BASE_WGS84: BaseCrs = { epsg: 4326, name: 'WGS 84', datum: 'World Geodetic System 1984', ellipsoid: WGS84 }
export const BASE_ETRS89: BaseCrs = { epsg: 4258, name: 'ETRS89', datum: 'European Terrestrial Reference System 1989', ellipsoid: GRS80 }
export const BASE_EST97: BaseCrs = { epsg: 4180, name: 'EST97', datum: 'Estonia 1997', ellipsoid: GRS80 }

const SCHEMA = 'https://proj.org/schemas/v0.7/projjson.schema.json'

/** Names of the axes in the order of the registry. */
type Axes = readonly [first: readonly ['Northing' | 'Easting', string], second: readonly ['Northing' | 'Easting', string]]

interface Projected<Code extends number> extends CrsFacts<Code> {
  readonly base: BaseCrs
  readonly axes: Axes
  /** The registry's name of the projection with its parameters. */
  readonly conversion: string
}

/** Longitude and latitude in degrees on WGS84. */
export function defineDegrees<const Code extends number>(facts: CrsFacts<Code>): CrsRecord<Code> {
  return {
    ...facts,
    unit: 'degree',
    proj4: '+proj=longlat +datum=WGS84 +no_defs',
    projection: longitudeLatitude,
    projjson: { $schema: SCHEMA, ...describeBase({ ...BASE_WGS84, epsg: facts.epsg, name: facts.name }) },
  }
}

/** Web Mercator: spherical formulas on the ellipsoid's latitude. */
export function defineWebMercator<const Code extends number>(crs: Projected<Code>): CrsRecord<Code> {
  return defineProjected(crs, {
    proj4: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    projection: webMercator,
    method: ['Popular Visualisation Pseudo Mercator', 1024],
    parameters: [
      degrees('Latitude of natural origin', 0, 8801),
      degrees('Longitude of natural origin', 0, 8802),
      metres('False easting', 0, 8806),
      metres('False northing', 0, 8807),
    ],
  })
}

/** Transverse Mercator on GRS80 with its origin on the equator. */
export function defineTransverseMercator<const Code extends number>({
  centralMeridianDegrees,
  scale,
  falseEastingMetres,
  ...crs
}: Projected<Code> & {
  readonly centralMeridianDegrees: number
  readonly scale: number
  readonly falseEastingMetres: number
}): CrsRecord<Code> {
  return defineProjected(crs, {
    proj4: `+proj=tmerc +lat_0=0 +lon_0=${centralMeridianDegrees} +k=${scale} +x_0=${falseEastingMetres} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    projection: transverseMercator({ centralMeridianDegrees, scale, falseEastingMetres }),
    method: ['Transverse Mercator', 9807],
    parameters: [
      degrees('Latitude of natural origin', 0, 8801),
      degrees('Longitude of natural origin', centralMeridianDegrees, 8802),
      { name: 'Scale factor at natural origin', value: scale, unit: 'unity', id: { authority: 'EPSG', code: 8805 } },
      metres('False easting', falseEastingMetres, 8806),
      metres('False northing', 0, 8807),
    ],
  })
}

/** Lambert conformal conic with two standard parallels on GRS80. */
export function defineLambertConformal<const Code extends number>({
  parallelsDegrees,
  originDegrees,
  falseOriginMetres,
  ...crs
}: Projected<Code> & {
  readonly parallelsDegrees: readonly [number, number]
  readonly originDegrees: readonly [longitude: number, latitude: number]
  readonly falseOriginMetres: readonly [east: number, north: number]
}): CrsRecord<Code> {
  const [longitude, latitude] = originDegrees
  const [east, north] = falseOriginMetres
  const [first, second] = parallelsDegrees
  return defineProjected(crs, {
    proj4: `+proj=lcc +lat_1=${first} +lat_2=${second} +lat_0=${latitude} +lon_0=${longitude} +x_0=${east} +y_0=${north} +ellps=GRS80 +units=m +no_defs`,
    projection: lambertConformal({ parallelsDegrees, originDegrees, falseOriginMetres }),
    method: ['Lambert Conic Conformal (2SP)', 9802],
    parameters: [
      degrees('Latitude of false origin', latitude, 8821),
      degrees('Longitude of false origin', longitude, 8822),
      degrees('Latitude of 1st standard parallel', first, 8823),
      degrees('Latitude of 2nd standard parallel', second, 8824),
      metres('Easting at false origin', east, 8826),
      metres('Northing at false origin', north, 8827),
    ],
  })
}

interface Formulas {
  readonly proj4: string
  readonly projection: Projection
  readonly method: readonly [name: string, epsg: number]
  readonly parameters: readonly unknown[]
}

function defineProjected<Code extends number>(
  { base, axes, conversion, ...facts }: Projected<Code>,
  { proj4, projection, method, parameters }: Formulas,
): CrsRecord<Code> {
  return {
    ...facts,
    unit: 'metre',
    proj4,
    projection,
    projjson: {
      $schema: SCHEMA,
      type: 'ProjectedCRS',
      name: facts.name,
      base_crs: describeBase(base),
      conversion: { name: conversion, method: { name: method[0], id: { authority: 'EPSG', code: method[1] } }, parameters },
      coordinate_system: {
        subtype: 'Cartesian',
        axis: axes.map(([name, abbreviation]) => ({
          name,
          abbreviation,
          direction: name === 'Northing' ? 'north' : 'east',
          unit: 'metre',
        })),
      },
      id: { authority: 'EPSG', code: facts.epsg },
    },
  }
}

function describeBase({ epsg, name, datum, ellipsoid }: BaseCrs): object {
  return {
    type: 'GeographicCRS',
    name,
    datum: { type: 'GeodeticReferenceFrame', name: datum, ellipsoid },
    coordinate_system: {
      subtype: 'ellipsoidal',
      axis: [
        { name: 'Geodetic latitude', abbreviation: 'Lat', direction: 'north', unit: 'degree' },
        { name: 'Geodetic longitude', abbreviation: 'Lon', direction: 'east', unit: 'degree' },
      ],
    },
    id: { authority: 'EPSG', code: epsg },
  }
}

function degrees(name: string, value: number, code: number): unknown {
  return { name, value, unit: 'degree', id: { authority: 'EPSG', code } }
}

function metres(name: string, value: number, code: number): unknown {
  return { name, value, unit: 'metre', id: { authority: 'EPSG', code } }
}
