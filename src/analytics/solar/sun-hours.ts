import { sunPosition } from '../../geo/sun.ts'
import { castRay } from './cast-ray.ts'
import { isCovered, type Scene } from './scene.ts'

/** A stretch of a day over which the sun is taken to stand still. */
export interface SunStep {
  /** East and north part of the direction to the sun in the plane. */
  readonly directionX: number
  readonly directionY: number
  /** Tangent of the sun's altitude. */
  readonly tangent: number
  readonly hours: number
}

/** Points whose sun is counted. */
export interface SunPoints {
  /** East, north, height of each, metres. */
  readonly places: Float64Array
  /** East and north part of the way that each faces, as walls do; null where they lie level. */
  readonly facings: Float64Array | null
}

/** What stands farther off is left out: of a sun at 1° that is what is lower than 35 m. */
const DISTANCE_METRES = 2000
const CHUNK = 500

/**
 * The sun's way over a place from one instant to another, by steps; each stands for its middle. Only steps with the sun over
 * the horizon are told, as geometry has it: without refraction.
 *
 * @param northDegrees where true north lies in the plane, clockwise from its y axis
 * @throws RangeError where the steps are not above 0
 */
export function listSunSteps(
  [longitudeDegrees, latitudeDegrees]: readonly [number, number],
  from: Date,
  to: Date,
  stepMinutes: number,
  northDegrees = 0,
): readonly SunStep[] {
  if (!(stepMinutes > 0)) throw new RangeError(`Expected steps of more than 0 minutes, found ${stepMinutes}`)
  const milliseconds = stepMinutes * 60_000
  const steps: SunStep[] = []
  for (let start = from.getTime(); start < to.getTime(); start += milliseconds) {
    const length = Math.min(milliseconds, to.getTime() - start)
    const { altitudeDegrees, azimuthDegrees } = sunPosition(longitudeDegrees, latitudeDegrees, new Date(start + length / 2))
    if (altitudeDegrees <= 0) continue
    const azimuth = ((azimuthDegrees + northDegrees) * Math.PI) / 180
    steps.push({
      directionX: Math.sin(azimuth),
      directionY: Math.cos(azimuth),
      tangent: Math.tan((altitudeDegrees * Math.PI) / 180),
      hours: length / 3_600_000,
    })
  }
  return steps
}

/**
 * Hours of sun at each point: of the steps those in which no wall stands before the sun, and for what faces somewhere the
 * sun stands before it. Under a roof there are none.
 *
 * @param onProgress called with the share done, 0-1; false from it cancels
 * @throws Error "Cancelled" when `onProgress` says false
 */
export async function measureSunHours(
  scene: Scene,
  { places, facings }: SunPoints,
  steps: readonly SunStep[],
  onProgress?: (share: number) => boolean | Promise<boolean>,
): Promise<Float64Array> {
  const hours = new Float64Array(places.length / 3)
  for (let point = 0; point < hours.length; point++) {
    const [x, y, z] = [places[point * 3] as number, places[point * 3 + 1] as number, places[point * 3 + 2] as number]
    if (!isCovered(scene, x, y, z)) {
      for (const { directionX, directionY, tangent, hours: length } of steps) {
        const faces = facings === null ? 1 : directionX * (facings[point * 2] as number) + directionY * (facings[point * 2 + 1] as number)
        if (faces > 0 && castRay(scene, x, y, z, directionX, directionY, DISTANCE_METRES, tangent) <= tangent) hours[point]! += length
      }
    }
    const done = point + 1
    if (done % CHUNK !== 0 && done !== hours.length) continue
    if (onProgress !== undefined && !(await onProgress(done / hours.length))) throw new Error('Cancelled')
  }
  return hours
}
