import { CITY_IDS, type CityId } from '../../cities/index.ts'
import { boxesMeet, boxHolds, boxOfPoints, EMPTY_BOX, type Box } from '../../geo/boxes.ts'
import { converterBetween, crsOf } from '../../geo/crs.ts'
import { forEachPoint, pointAt } from '../../geo/rings.ts'
import { parseHex } from '../../layers/colour/ramps.ts'
import type { CrsChoice } from '../../layers/own/own-import.ts'
import type { OwnCityPart, OwnCounts } from '../../layers/own/own-layer.ts'
import type { CollectedFeatures } from './collect-features.ts'
import type { IssueLog } from './issue-log.ts'
import { NEAR_BOXES, NEAR_METRES, nearestCity } from './crs/near-cities.ts'
import { buildPart, type Placement } from './build-part.ts'
import { SHAPE_KINDS, type ShapeStore } from './shape-stores.ts'

export interface PlacedFeatures {
  readonly cities: Readonly<Record<CityId, OwnCityPart>>
  readonly counts: OwnCounts
}

/** Longitudes and latitudes that there are. */
const EARTH: Box = [-180, -90, 180, 90]

/** Bits of a shape's verdict: one a city, and one for what lies nowhere on Earth. */
const NOWHERE = 1 << 30

/** Reprojects what was collected and deals it out to the cities; what is far from all is counted. */
export function placeFeatures(collected: CollectedFeatures, choice: CrsChoice, colour: string, log: IssueLog): PlacedFeatures {
  const rowCount = collected.rowNumbers.length
  const verdictOfRow = new Uint32Array(rowCount)
  const placements = Object.fromEntries(
    SHAPE_KINDS.map((kind) => {
      const store = collected.stores[kind]
      const degrees = toDegrees(store.positions.view(), choice)
      const verdicts = judgeShapes(store, degrees, choice)
      for (let shape = 0; shape < verdicts.length; shape++) verdictOfRow[store.rows.at(shape)]! |= verdicts[shape] as number
      return [kind, { store, degrees, verdicts } satisfies Placement]
    }),
  ) as Readonly<Record<(typeof SHAPE_KINDS)[number], Placement>>

  let [shown, far, nowhere] = [0, 0, 0]
  for (let row = 0; row < rowCount; row++) {
    const verdict = verdictOfRow[row] as number
    if ((verdict & ~NOWHERE) !== 0) shown++
    else if (verdict === 0) far++
    if ((verdict & NOWHERE) === 0) continue
    if (verdict === NOWHERE) nowhere++
    log.add(
      'left-out',
      crsOf(choice.epsg).unit === 'degree' ? 'imports.issue.beyondDegrees' : 'imports.issue.beyondCrs',
      { kind: collected.placeKind, number: collected.rowNumbers[row] as number },
      { epsg: `EPSG:${choice.epsg}` },
    )
  }
  const rgb = parseHex(colour)
  const cities = Object.fromEntries(CITY_IDS.map((cityId, index) => [cityId, buildPart(placements, 1 << index, rowCount, rgb)]))
  const counts = { read: collected.read, shown, far, leftOut: collected.leftOut + nowhere, beyondLimit: collected.beyondLimit }
  reportFar(counts, placements, choice, log)
  return { cities: cities as Record<CityId, OwnCityPart>, counts }
}

/** Longitude, latitude of positions in any of our CRS. Out of a CRS's reach the numbers are not finite. */
export function toDegrees(positions: Float64Array, { epsg, isSwapped }: CrsChoice): Float64Array {
  const degrees = positions.slice()
  if (isSwapped) {
    forEachPoint(positions, (x, y, point) => {
      degrees[point * 2] = y
      degrees[point * 2 + 1] = x
    })
  }
  return crsOf(epsg).unit === 'degree' ? degrees : converterBetween(epsg, 4326).batch(degrees, degrees)
}

/** For each shape the cities near which it lies, as bits. */
function judgeShapes({ ringStarts, featureStarts }: ShapeStore, degrees: Float64Array, { epsg }: CrsChoice): Uint32Array {
  const isDegrees = crsOf(epsg).unit === 'degree'
  const verdicts = new Uint32Array(featureStarts.length - 1)
  for (let shape = 0; shape < verdicts.length; shape++) {
    const from = ringStarts.at(featureStarts.at(shape))
    const to = ringStarts.at(featureStarts.at(shape + 1))
    let isOnEarth = true
    forEachPoint(
      degrees,
      (longitude, latitude) => {
        // Not finite fails too.
        if (!boxHolds(EARTH, longitude, latitude)) isOnEarth = false
      },
      from,
      to,
    )
    const box = boxOfPoints(degrees, from, to) ?? EMPTY_BOX
    // Half way round the Earth and more: it crosses the 180th meridian, and would be drawn the wrong way round.
    if (!isOnEarth || (isDegrees && box[2] - box[0] > 180)) verdicts[shape] = NOWHERE
    else verdicts[shape] = citiesNear(box)
  }
  return verdicts
}

function citiesNear(box: Box): number {
  let bits = 0
  for (const [index, near] of NEAR_BOXES.entries()) if (boxesMeet(near.box, box)) bits |= 1 << index
  return bits
}

function reportFar(
  counts: OwnCounts,
  placements: Readonly<Record<string, Placement>>,
  { epsg, isSwapped }: CrsChoice,
  log: IssueLog,
): void {
  if (counts.far === 0 && counts.shown > 0) return
  const kilometres = Math.round(NEAR_METRES / 1000)
  if (counts.shown > 0) {
    log.add('left-out', 'imports.issue.someFar', { kind: 'file' }, { found: counts.far, kilometres })
    return
  }
  if (counts.far === 0) return
  const first = Object.values(placements).find(({ degrees, verdicts }) => verdicts.includes(0) && degrees.length > 0)
  if (first === undefined) return
  const at = first.store.ringStarts.at(first.store.featureStarts.at(first.verdicts.indexOf(0)))
  const { cityId, metres } = nearestCity(...pointAt(first.degrees, at))
  log.add(
    'error',
    isSwapped ? 'imports.issue.allFarSwapped' : 'imports.issue.allFar',
    { kind: 'file' },
    {
      epsg: `EPSG:${epsg}`,
      kilometres,
      distance: Math.round(metres / 1000),
      city: cityId,
    },
  )
}
