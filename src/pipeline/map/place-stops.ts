import { converterBetween } from '../../geo/crs.ts'
import { cleanGeometry } from '../geometry/clean.ts'
import type { Issue, Position } from '../dataset.ts'
import { createIssue, keepFirstOfId, type Fault } from '../issues.ts'
import type { SourceFolder } from '../formats/read-clean.ts'

/** A stop as its source has it, degrees. */
export interface StopRow {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
}

/** A stop with its place in the city's CRS. */
export interface PlacedStop extends StopRow {
  readonly place: Position
}

/** Regional lines run far out: what lies within so many degrees of the city is no fault. */
const HORIZON_DEGREES = 5

/**
 * Stops in the city's CRS, each id once, each with a name. Coordinates in the wrong axis order or of
 * another CRS are mended where that puts the stop into the city; others far off are left out.
 *
 * @param unitsPerDegree - how many units of the source's numbers make a degree, to read them as metres.
 */
export function placeStops(
  rows: readonly StopRow[],
  { file, city, unitsPerDegree }: { readonly file: string; readonly city: SourceFolder['city']; readonly unitsPerDegree: number },
  issues: Issue[],
): PlacedStop[] {
  const { point } = converterBetween(4326, city.epsg)
  const back = converterBetween(city.epsg, 4326)
  const first = keepFirstOfId(rows, (row) => ({ id: row.id, file, label: row.id }), issues)
  return first.flatMap((row): PlacedStop[] => {
    if (row.name === '') issues.push(createIssue('mended', file, row.id, 'no-name', 'named by its id'))
    const named = { ...row, name: row.name === '' ? row.id : row.name }
    if (isNear(row, city.extentDegrees)) return [{ ...named, place: point(row.longitude, row.latitude) }]
    const { place, faults } = findPlace(row, city, unitsPerDegree)
    for (const { severity, code, detail } of faults) issues.push(createIssue(severity, file, row.id, code, detail))
    if (place === null) return []
    const [longitude, latitude] = back.point(place[0], place[1])
    return [{ ...named, longitude, latitude, place }]
  })
}

function isNear({ longitude, latitude }: StopRow, [west, south, east, north]: SourceFolder['city']['extentDegrees']): boolean {
  return (
    longitude >= west - HORIZON_DEGREES &&
    longitude <= east + HORIZON_DEGREES &&
    latitude >= south - HORIZON_DEGREES &&
    latitude <= north + HORIZON_DEGREES
  )
}

/** The place that the numbers mean as degrees, else as metres. */
function findPlace(
  row: StopRow,
  city: SourceFolder['city'],
  unitsPerDegree: number,
): { readonly place: Position | null; readonly faults: readonly Fault[] } {
  const read = (scale: number) =>
    cleanGeometry(
      { type: 'Point', coordinates: [row.longitude * scale, row.latitude * scale] },
      { from: 4326, to: city.epsg, extentDegrees: city.extentDegrees, geometry: 'Point' },
    )
  const asDegrees = read(1)
  const found = asDegrees.geometry === null ? read(unitsPerDegree) : asDegrees
  // Where no reading fits, the fault is reported in the units of the source.
  return { place: found.geometry?.type === 'Point' ? found.geometry.coordinates : null, faults: found.faults }
}
