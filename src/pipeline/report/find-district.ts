import { cityById } from '../../cities/index.ts'
import { openCityTables, type DataFiles } from '../../services/city-tables.ts'
import { nearestWords } from '../../services/search/nearest-words.ts'
import { normaliseText } from '../../services/search/normalise-text.ts'
import { ReportArgumentError, type ReportDistrict } from '../../report/request.ts'
import type { ReportEffects } from './effects.ts'
import { DISTRICT_LEVELS, type DistrictLevel, type DistrictTable } from '../../layers/districts/district-table.ts'

interface Sources {
  readonly files: DataFiles
  readonly effects: Pick<ReportEffects, 'warn'>
}

/**
 * Id of the district that is meant: by its id, or by its name in any language, without regard to
 * capitals and marks.
 *
 * A name of both levels is said to be one, with the district that was taken.
 *
 * @throws ReportArgumentError with the nearest names, where none or several answer to it
 */
export async function findDistrict(
  { cityId, idOrName }: ReportDistrict,
  level: DistrictLevel,
  option: string,
  { files, effects }: Sources,
): Promise<string> {
  const tables = openCityTables(cityId, files)
  const districts = await tables.districts(level)
  const found = idsOf(districts, idOrName)
  const city = cityById(cityId).names.en
  const otherLevel = DISTRICT_LEVELS.find((other) => other !== level) as DistrictLevel
  if (found.length === 1) {
    const others = idsOf(await tables.districts(otherLevel), idOrName)
    if (others.length > 0) {
      effects.warn(
        `"${idOrName}" is a district of ${city} at both levels: the ${level} one, ${found[0]}, was taken; --level ${otherLevel} takes ${others.join(' or ')}.`,
      )
    }
    return found[0] as string
  }
  if (found.length > 1)
    throw complaint(`--${option}: "${idOrName}" is the name of several districts of ${city}: expected one of the ids ${found.join(', ')}.`)
  if (idsOf(await tables.districts(otherLevel), idOrName).length > 0) {
    throw complaint(
      `--${option}: "${idOrName}" is a district of ${city} at the level ${otherLevel}, not ${level}: expected --level ${otherLevel} with it.`,
    )
  }
  const names = [...new Set(districts.ids.flatMap((id, row) => [id, ...namesOf(districts, row)]))]
  throw complaint(
    `--${option}: no district of ${city} at the level ${level} has the id or name "${idOrName}"; the nearest are ${nearestWords(idOrName, names, 4).join(', ')}.`,
  )
}

function idsOf(districts: DistrictTable, idOrName: string): readonly string[] {
  if (districts.rowOfId.has(idOrName)) return [idOrName]
  const wanted = normaliseText(idOrName)
  return districts.ids.filter((_, row) => namesOf(districts, row).some((name) => normaliseText(name) === wanted))
}

function namesOf(districts: DistrictTable, row: number): readonly string[] {
  return Object.values(districts.names).flatMap((names) => names[row] ?? [])
}

function complaint(sentence: string): ReportArgumentError {
  return new ReportArgumentError([sentence])
}
