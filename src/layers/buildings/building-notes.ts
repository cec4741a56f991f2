import type { LayerSource } from '../layer.ts'
import type { Note } from '../message-keys.ts'

/** Share of the city's land below which its building data count as covering only a part. */
const FULL_COVERAGE_SHARE = 0.95

/** `buildingsPartial` where footprints are known on less than 95 % of the city's land. */
export async function coverageNotes(source: LayerSource): Promise<readonly Note[]> {
  const districts = await source.districts('coarse')
  let land = 0
  let covered = 0
  districts.landAreasSquareMetres.forEach((area, row) => {
    if (!(area > 0)) return
    land += area
    covered += area * (districts.coverageShares[row] as number)
  })
  return land > 0 && covered / land < FULL_COVERAGE_SHARE ? ['buildingsPartial'] : []
}
