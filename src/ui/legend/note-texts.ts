import { boundGigawattHours } from '../../analytics/energy/heat-bounds.ts'
import { cityById } from '../../cities/index.ts'
import type { Messages } from '../context.tsx'
import { UNIT_SPACE } from '../messages/format.ts'
import type { CityLegend } from './axis-chart.tsx'

/** Remarks of the shown cities' legends, each once; those that speak of a city, once for each city that they are true of. */
export function listNoteTexts(legends: readonly CityLegend[], { text, dataText, number, share, cityName }: Messages): readonly string[] {
  const texts = legends.flatMap(({ cityId, legend }) =>
    legend.noteKeys.map((key) => {
      if (key === 'note.heatUnchecked') return text(key, { city: cityName(cityId) })
      const { energyBound } = cityById(cityId)
      if ((key !== 'note.heatAboveBound' && key !== 'note.heatCalibrated') || energyBound === undefined) return dataText(key)
      const { modelledGigawattHours = NaN, homesShare = NaN, servicesShare = NaN } = legend.noteValues ?? {}
      return text(key, {
        city: cityName(cityId),
        modelled: `${number(modelledGigawattHours)}${UNIT_SPACE}GWh`,
        limit: `${number(boundGigawattHours(energyBound))}${UNIT_SPACE}GWh`,
        homes: share(homesShare),
        services: share(servicesShare),
        source: energyBound.source,
        year: String(energyBound.year),
      })
    }),
  )
  return [...new Set(texts)]
}
