import { boxHolds, EMPTY_BOX, joinBoxes } from '../../../geo/boxes.ts'
import { crsOf, EPSG_CODES } from '../../../geo/crs.ts'
import { forEachPoint } from '../../../geo/rings.ts'
import type { CrsChoice, CrsOption, CrsQuestion } from '../../../layers/own/own-import.ts'
import type { CollectedFeatures } from '../collect-features.ts'
import type { DeclaredCrs } from './declared-crs.ts'
import type { IssueLog } from '../issue-log.ts'
import { NEAR_BOXES, nearestCity } from './near-cities.ts'
import { toDegrees } from '../place-features.ts'
import { SHAPE_KINDS } from '../shape-stores.ts'

/** Positions that are looked at, spread over the file. */
const SAMPLE_POSITIONS = 2000

/** Every way to read the coordinates, with where they would lie. */
export function listCrsOptions(collected: CollectedFeatures): readonly CrsOption[] {
  const sample = samplePositions(collected)
  return EPSG_CODES.flatMap((epsg) => [false, true].map((isSwapped) => describe(sample, { epsg, isSwapped })))
}

/** The option that puts most of the data near a city; unswapped before swapped, and the likelier CRS first. */
export function guessCrs(options: readonly CrsOption[]): CrsOption | null {
  const best = options.reduce<CrsOption | null>((most, each) => (each.nearShare > (most?.nearShare ?? 0) ? each : most), null)
  return best
}

/**
 * What to do about a file's CRS: take it, or ask. Degrees are taken without a question where they lie at
 * a city, for that is what the format means; so is a swap that puts at a city what else would lie far off,
 * and it is said.
 *
 * @param isDegrees the format or its column names promise longitude and latitude
 */
export function decideCrs(collected: CollectedFeatures, declared: DeclaredCrs, isDegrees: boolean, log: IssueLog): CrsChoice | CrsQuestion {
  const options = listCrsOptions(collected)
  const stated = declared.kind === 'known' ? declared.epsg : declared.kind === 'none' && isDegrees ? 4326 : null
  if (stated !== null) {
    const [straight, swapped] = [false, true].map((isSwapped) =>
      options.find((option) => option.epsg === stated && option.isSwapped === isSwapped),
    ) as [CrsOption, CrsOption]
    if (straight.nearShare > 0) return choiceOf(straight)
    if (swapped.nearShare > 0) {
      log.add(
        'note',
        crsOf(stated).unit === 'degree' ? 'imports.issue.swappedDegrees' : 'imports.issue.swappedMetres',
        { kind: 'file' },
        { epsg: `EPSG:${stated}` },
      )
      return choiceOf(swapped)
    }
    // Far off, but as the file says: reported where it is placed. Numbers that are no degrees are asked for.
    if (declared.kind === 'known' || straight.boxDegrees !== null) return choiceOf(straight)
  }
  const guess = guessCrs(options)
  return {
    options,
    guess: guess === null ? null : choiceOf(guess),
    declared: declared.kind === 'unknown' ? declared.text : null,
    sample: firstPosition(collected),
  }
}

function choiceOf({ epsg, isSwapped }: CrsOption): CrsChoice {
  return { epsg, isSwapped }
}

function samplePositions({ stores }: CollectedFeatures): Float64Array {
  const total = SHAPE_KINDS.reduce((sum, kind) => sum + stores[kind].positions.length / 2, 0)
  const step = Math.max(1, Math.floor(total / SAMPLE_POSITIONS))
  const sample: number[] = []
  for (const kind of SHAPE_KINDS) {
    const positions = stores[kind].positions.view()
    for (let index = 0; index < positions.length; index += step * 2) sample.push(positions[index] as number, positions[index + 1] as number)
  }
  return Float64Array.from(sample)
}

function firstPosition({ stores }: CollectedFeatures): [number, number] {
  const store = SHAPE_KINDS.map((kind) => stores[kind].positions).find(({ length }) => length > 0)
  return store === undefined ? [NaN, NaN] : [store.at(0), store.at(1)]
}

function describe(sample: Float64Array, choice: CrsChoice): CrsOption {
  const degrees = toDegrees(sample, choice)
  let box = EMPTY_BOX
  let [near, onEarth] = [0, 0]
  forEachPoint(degrees, (longitude, latitude) => {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return
    onEarth++
    if (NEAR_BOXES.some((city) => boxHolds(city.box, longitude, latitude))) near++
    box = joinBoxes(box, [longitude, latitude, longitude, latitude])
  })
  const isPlaced = onEarth > 0 && onEarth * 2 > degrees.length / 2
  return {
    ...choice,
    nearShare: degrees.length === 0 ? 0 : near / (degrees.length / 2),
    boxDegrees: isPlaced ? box : null,
    nearest: isPlaced ? nearestCity((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) : null,
  }
}
