import { boundGigawattHours } from '../../analytics/energy/heat-bounds.ts'
import { cityById } from '../../cities/index.ts'
import type { Messages } from '../context.tsx'
import { UNIT_SPACE } from '../messages/format.ts'
import type { CityLegend } from './axis-chart.tsx'

/** Remarks of the shown cities' legends, each once; the one that speaks of a city, once for each city that it is true of. */
export function listNoteTexts(legends: readonly CityLegend[], { text, dataText, number, cityName }: Messages): readonly string[] {
  const texts = legends.flatMap(({ cityId, legend }) =>
    legend.noteKeys.map((key) => {
      const { energyBound } = cityById(cityId)
      if (key !== 'note.heatAboveBound' || energyBound === undefined) return dataText(key)
      return text(key, {
        city: cityName(cityId),
        limit: `${number(boundGigawattHours(energyBound))}${UNIT_SPACE}GWh`,
        source: energyBound.source,
        year: String(energyBound.year),
      })
    }),
  )
  return [...new Set(texts)]
}
