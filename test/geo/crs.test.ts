import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { converterBetween, crsOf, EPSG_CODES, type EpsgCode } from '../../src/geo/crs.ts'

/**
 * Longitude, latitude (ETRS89) against east, north, on which PROJ 9.1.1 and proj4js 2.22.0 agree to
 * 0.1 mm. The first is the published check point G4 of JHS 197; the last that of R's geo_lest.
 */
const VECTORS: readonly { name: string; degrees: [number, number]; projected: Partial<Record<EpsgCode, [number, number]>> }[] = [
  {
    name: 'JHS 197 G4 Geta',
    degrees: [19.84813676944, 60.3851068722],
    projected: { 3067: [106256.3596, 6715706.3771], 3879: [25216069.7573, 6708088.4013], 3301: [271081.2424, 6701531.4892] },
  },
  {
    name: 'Senate Square',
    degrees: [24.9522, 60.1697],
    projected: { 3067: [386376.1592, 6672072.2874], 3879: [25497346.4319, 6672980.6892], 3301: [552873.4418, 6670811.8824] },
  },
  {
    name: 'Rautatientori',
    degrees: [24.9384, 60.1699],
    projected: { 3067: [385611.3167, 6672118.3802], 3879: [25496580.36, 6673003.6067] },
  },
  {
    name: 'Pasila',
    degrees: [24.9458, 60.1922],
    projected: { 3067: [386099.0808, 6674588.3462], 3879: [25496993.1999, 6675487.8085] },
  },
  { name: 'on the central meridian', degrees: [25, 60], projected: { 3879: [25500000, 6654072.8194] } },
  { name: 'origin of L-EST97', degrees: [24, 57.51755393055556], projected: { 3301: [500000, 6375000] } },
  {
    name: 'Raekoja plats',
    degrees: [24.7536, 59.437],
    projected: { 3067: [372593.9993, 6590864.9008], 3301: [542763.3691, 6589036.2754] },
  },
  { name: 'Pirita', degrees: [24.833, 59.466], projected: { 3301: [547228.6167, 6592320.0817] } },
  { name: 'geo_lest sample', degrees: [24.442902208375234, 58.432703481019288], projected: { 3301: [525871.672, 6477013.789] } },
]

const CASES = VECTORS.flatMap(({ name, degrees, projected }) =>
  Object.entries(projected).map(([epsg, expected]) => ({ name, degrees, epsg: Number(epsg) as EpsgCode, expected })),
)

const MILLIMETRE = 1e-3
/** 0.1 mm on the ground, in degrees of latitude; of longitude, half as much is asked for. */
const TENTH_OF_A_MILLIMETRE_DEGREES = 1e-4 / 111_000

describe.each(CASES)('$name in EPSG:$epsg', ({ degrees, epsg, expected }) => {
  test.each(['point', 'batch'] as const)('forward within 1 mm by %s', (way) => {
    const actual = convert(4326, epsg, degrees, way)
    expect(Math.abs(actual[0] - expected[0])).toBeLessThan(MILLIMETRE)
    expect(Math.abs(actual[1] - expected[1])).toBeLessThan(MILLIMETRE)
  })

  test.each(['point', 'batch'] as const)('round trip within 0.1 mm by %s', (way) => {
    const back = convert(epsg, 4326, convert(4326, epsg, degrees, way), way)
    expect(Math.abs(back[0] - degrees[0])).toBeLessThan(TENTH_OF_A_MILLIMETRE_DEGREES)
    expect(Math.abs(back[1] - degrees[1])).toBeLessThan(TENTH_OF_A_MILLIMETRE_DEGREES)
  })
})

test('Web Mercator of the equator and a quarter of the globe is 2πa/4', () => {
  const actual = convert(4326, 3857, [90, 0], 'batch')
  expect(actual[0]).toBeCloseTo((Math.PI * 6378137) / 2, 6)
  expect(actual[1]).toBeCloseTo(0, 6)
})

/** A grid over southern Finland and northern Estonia, far beyond both cities. */
const GRID = Float64Array.from({ length: 40 * 40 * 2 }, (_, index) => {
  const point = index >> 1
  return index % 2 === 0 ? 21 + (point % 40) * 0.2 : 57.5 + Math.floor(point / 40) * 0.1
})
const PAIRS = EPSG_CODES.flatMap((from) => EPSG_CODES.filter((to) => to !== from).map((to) => ({ from, to })))

test.each(PAIRS)('batch of EPSG:$from to EPSG:$to is proj4 within a thousandth of a millimetre', ({ from, to }) => {
  const source = converterBetween(4326, from).batch(GRID)
  const actual = converterBetween(from, to).batch(source)
  const reference = proj4(crsOf(from).proj4, crsOf(to).proj4)
  let largest = 0
  for (let index = 0; index < source.length; index += 2) {
    const [x, y] = reference.forward([source[index] as number, source[index + 1] as number]) as [number, number]
    largest = Math.max(largest, Math.abs(x - (actual[index] as number)), Math.abs(y - (actual[index + 1] as number)))
  }
  expect(largest).toBeLessThan(to === 4326 ? 1e-11 : 1e-6)
})

test('batch may write over its source', () => {
  const apart = converterBetween(4326, 3879).batch(GRID)
  const source = GRID.slice()
  expect(converterBetween(4326, 3879).batch(source, source)).toBe(source)
  expect(source).toEqual(apart)
})

test('batch refuses a target of another length and half a pair', () => {
  const { batch } = converterBetween(4326, 3301)
  expect(() => batch(new Float64Array(4), new Float64Array(2))).toThrow(/got 4 and 2 numbers/)
  expect(() => batch(new Float64Array(3))).toThrow(/pairs/)
})

test('axis order is east, north: eastings of EPSG:3879 carry the zone number', () => {
  const [east, north] = convert(4326, 3879, [24.9522, 60.1697], 'batch')
  expect(Math.floor(east / 1e6)).toBe(25)
  expect(Math.floor(north / 1e6)).toBe(6)
})

function convert(from: EpsgCode, to: EpsgCode, [x, y]: [number, number], way: 'point' | 'batch'): [number, number] {
  const converter = converterBetween(from, to)
  if (way === 'point') return converter.point(x, y)
  const [a, b] = converter.batch(Float64Array.of(x, y))
  return [a as number, b as number]
}
