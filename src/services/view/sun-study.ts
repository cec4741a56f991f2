import { samplePolygon } from '../../analytics/solar/sample-polygon.ts'
import type { Scene } from '../../analytics/solar/scene.ts'
import { listSunSteps, measureSunHours, type SunPoints } from '../../analytics/solar/sun-hours.ts'
import { groundOf } from '../../cities/ground.ts'
import { converterBetween } from '../../geo/crs.ts'
import { instantOfLocalTime } from '../../geo/local-time.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { packArea } from './pack-area.ts'
import type { SunHoursAnswer, SunHoursRequest, SunSite } from './view-questions.ts'

/** More would take minutes; a wider spacing says as much. */
const MOST_POINTS = 50_000
/** Points of a wall stand so far before it that they are not in it. */
const BEFORE_WALL_METRES = 0.05
const MILLISECONDS_PER_DAY = 86_400_000

/**
 * Hours of sun at points of one site on a day from midnight to midnight, local time.
 *
 * @throws Error with a sentence where the day, the spacing or the site cannot be meant
 */
export async function studySun(
  scene: Scene,
  source: LayerSource,
  site: SunSite,
  { date, stepMinutes, spacingMetres }: SunHoursRequest,
  onProgress: (share: number) => boolean | Promise<boolean>,
): Promise<SunHoursAnswer> {
  if (!(spacingMetres > 0)) throw new Error(`Expected points more than 0 m apart, found ${spacingMetres}`)
  if (!(stepMinutes >= 1 && stepMinutes <= 60)) throw new Error(`Expected steps of 1 to 60 minutes, found ${stepMinutes}`)
  const nextDay = new Date(Date.parse(`${date}T00:00:00Z`) + MILLISECONDS_PER_DAY)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(nextDay.getTime()))
    throw new Error(`Expected a date as YYYY-MM-DD, found "${date}"`)
  const { epsg, timeZone } = source.city
  const toDegrees = converterBetween(epsg, 4326)
  const points = site.kind === 'area' ? pointsOfArea(source, site, spacingMetres) : pointsOfFacade(source, site, spacingMetres)
  const [x = NaN, y = NaN] = points.places
  if (Number.isNaN(x) || Number.isNaN(y)) throw new Error(`Expected ${site.kind === 'area' ? 'an area' : 'a wall'} with a size, found none`)
  const [longitude, latitude] = toDegrees.point(x, y)
  const steps = listSunSteps(
    [longitude, latitude],
    instantOfLocalTime(date, 0, timeZone),
    instantOfLocalTime(nextDay.toISOString().slice(0, 10), 0, timeZone),
    stepMinutes,
    northInPlaneDegrees(longitude, latitude, epsg),
  )
  const hours = await measureSunHours(scene, points, steps, onProgress)
  return {
    positionsDegrees: toDegrees.batch(points.places.filter((_, index) => index % 3 !== 2)),
    heightsMetres: points.places.filter((_, index) => index % 3 === 2),
    hours,
    meanHours: hours.reduce((sum, each) => sum + each, 0) / hours.length,
    possibleHours: steps.reduce((sum, { hours: length }) => sum + length, 0),
  }
}

/** Where true north lies in the plane of a CRS at a place, clockwise from its y axis. */
function northInPlaneDegrees(longitude: number, latitude: number, epsg: LayerSource['city']['epsg']): number {
  const toPlane = converterBetween(4326, epsg)
  const [x1, y1] = toPlane.point(longitude, latitude - 0.001)
  const [x2, y2] = toPlane.point(longitude, latitude + 0.001)
  return (Math.atan2(x2 - x1, y2 - y1) * 180) / Math.PI
}

function pointsOfArea(source: LayerSource, { polygon, heightMetres }: Extract<SunSite, { kind: 'area' }>, spacing: number): SunPoints {
  const toDegrees = converterBetween(source.city.epsg, 4326)
  const ground = groundOf(source.city)
  const places: number[] = []
  samplePolygon(packArea(polygon, source.city.epsg), 0, spacing, (x, y) => {
    refuseTooMany(places.length / 3 + 1)
    places.push(x, y, ground.heightMetres(...toDegrees.point(x, y)) + heightMetres)
  })
  return { places: Float64Array.from(places), facings: null }
}

/** Points on an upright wall, seen from its right side on the way from its first corner to its second. */
function pointsOfFacade(source: LayerSource, { from, to, heightMetres }: Extract<SunSite, { kind: 'facade' }>, spacing: number): SunPoints {
  const toPlane = converterBetween(4326, source.city.epsg)
  const [x1, y1] = toPlane.point(...from)
  const [x2, y2] = toPlane.point(...to)
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (!(length > 0 && heightMetres > 0)) return { places: new Float64Array(0), facings: null }
  const base = groundOf(source.city).heightMetres(...from)
  const [faceX, faceY] = [(y2 - y1) / length, (x1 - x2) / length]
  const columns = Math.max(1, Math.round(length / spacing))
  const rows = Math.max(1, Math.round(heightMetres / spacing))
  refuseTooMany(columns * rows)
  const places: number[] = []
  const facings: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const share = (column + 0.5) / columns
      places.push(x1 + (x2 - x1) * share + faceX * BEFORE_WALL_METRES, y1 + (y2 - y1) * share + faceY * BEFORE_WALL_METRES)
      places.push(base + ((row + 0.5) / rows) * heightMetres)
      facings.push(faceX, faceY)
    }
  }
  return { places: Float64Array.from(places), facings: Float64Array.from(facings) }
}

function refuseTooMany(count: number): void {
  if (count > MOST_POINTS) throw new Error(`Expected at most ${MOST_POINTS} points, found more: choose a smaller area or a wider spacing`)
}
