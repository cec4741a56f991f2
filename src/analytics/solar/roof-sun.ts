import Flatbush from 'flatbush'
import { horizonTangents, makeCompass, skyViewFactor, type Compass } from './horizon.ts'
import type { RoofSamples } from './roof-samples.ts'
import { isCovered, type Reach, type Scene } from './scene.ts'
import { directSunShare, type YearOfSun } from './year-of-sun.ts'

/** In how many directions and how far a roof's horizon is looked at: what is farther off hides 1° for each 17 m of its height. */
export interface RoofSunOptions {
  readonly azimuths: Compass
  readonly distanceMetres: number
}

export const ROOF_SUN_DEFAULTS: RoofSunOptions = { azimuths: makeCompass(72), distanceMetres: 1000 }

/** What reaches level points, or level roofs, past all that stands around them, 0-1; NaN where a roof has no point. */
export interface SunShares {
  /** Of a clear year's direct sun. */
  readonly directShares: Float64Array
  /** Of the sky's light: the sky view factor. */
  readonly skyShares: Float64Array
}

const CHUNK = 4000

/**
 * Sun and sky at every point of the roofs.
 *
 * @param year of the city, with as many azimuths as the options have
 * @param onProgress called with the share done, 0-1; false from it cancels
 * @throws Error "Cancelled" when `onProgress` says false
 */
export async function measureSamples(
  scene: Scene,
  samples: RoofSamples,
  year: YearOfSun,
  options: RoofSunOptions = ROOF_SUN_DEFAULTS,
  onProgress?: (share: number) => boolean | Promise<boolean>,
): Promise<SunShares> {
  const count = samples.areasSquareMetres.length
  const sun = { directShares: new Float64Array(count), skyShares: new Float64Array(count) }
  const scratch = new Float64Array(options.azimuths.count)
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK)
    for (let sample = from; sample < to; sample++) measureSample(scene, samples, year, options, sun, sample, scratch)
    if (onProgress !== undefined && !(await onProgress(to / count))) throw new Error('Cancelled')
  }
  return sun
}

/** Points that may see a change: in reach of one of the solids that come or go, and below its top. */
export function findAffectedSamples({ points }: RoofSamples, reaches: readonly Reach[]): Uint32Array {
  if (reaches.length === 0) return new Uint32Array(0)
  const boxes = new Flatbush(reaches.length)
  for (const { box } of reaches) boxes.add(...box)
  boxes.finish()
  const affected: number[] = []
  for (let sample = 0; sample * 3 < points.length; sample++) {
    const [x, y, z] = placeOf(points, sample)
    if (boxes.search(x, y, x, y, (reach) => (reaches[reach] as Reach).topMetres > z).length > 0) affected.push(sample)
  }
  return Uint32Array.from(affected)
}

/** Sun and sky after a change of the scene, measured again at the points that are told; what was before stays as it is. */
export function measureSamplesAgain(
  scene: Scene,
  samples: RoofSamples,
  year: YearOfSun,
  before: SunShares,
  affected: Uint32Array,
  options: RoofSunOptions = ROOF_SUN_DEFAULTS,
): SunShares {
  const sun = { directShares: before.directShares.slice(), skyShares: before.skyShares.slice() }
  const scratch = new Float64Array(options.azimuths.count)
  for (const sample of affected) measureSample(scene, samples, year, options, sun, sample, scratch)
  return sun
}

/** The mean over each roof, by the area that its points stand for. */
export function averageRoofs({ starts, areasSquareMetres }: RoofSamples, sun: SunShares): SunShares {
  const average = (shares: Float64Array) =>
    Float64Array.from({ length: starts.length - 1 }, (_, building) => {
      let [sum, area] = [0, 0]
      for (let sample = starts[building] as number; sample < (starts[building + 1] as number); sample++) {
        sum += (shares[sample] as number) * (areasSquareMetres[sample] as number)
        area += areasSquareMetres[sample] as number
      }
      return area > 0 ? sum / area : NaN
    })
  return { directShares: average(sun.directShares), skyShares: average(sun.skyShares) }
}

function measureSample(
  scene: Scene,
  { points }: RoofSamples,
  year: YearOfSun,
  { azimuths, distanceMetres }: RoofSunOptions,
  sun: SunShares,
  sample: number,
  scratch: Float64Array,
): void {
  const place = placeOf(points, sample)
  if (isCovered(scene, ...place)) {
    sun.directShares[sample] = 0
    sun.skyShares[sample] = 0
    return
  }
  const tangents = horizonTangents(scene, place, azimuths, distanceMetres, scratch)
  sun.directShares[sample] = directSunShare(year, tangents)
  sun.skyShares[sample] = skyViewFactor(tangents)
}

function placeOf(points: Float64Array, sample: number): readonly [number, number, number] {
  return [points[sample * 3] as number, points[sample * 3 + 1] as number, points[sample * 3 + 2] as number]
}
