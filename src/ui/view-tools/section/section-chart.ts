import type { Section } from '../../../analytics/view/section.ts'
import type { CityId } from '../../../cities/index.ts'
import { chartColours } from '../../compare/use-theme.ts'
import type { PlotLibrary } from '../../compare/plot-figure.tsx'
import type { Theme } from '../../theme.ts'

export interface CitySection {
  readonly cityId: CityId
  readonly answer: Section
}

/** The outline of what stands along a line as places to draw a line through, from the ground and back to it. */
export function traceSkyline({ skyline, lengthMetres }: Section): readonly { readonly metres: number; readonly top: number }[] {
  return [
    { metres: 0, top: 0 },
    ...skyline.flatMap(({ fromMetres, toMetres, topMetres }) => [
      { metres: fromMetres, top: 0 },
      { metres: fromMetres, top: topMetres },
      { metres: toMetres, top: topMetres },
      { metres: toMetres, top: 0 },
    ]),
    { metres: lengthMetres, top: 0 },
  ]
}

/** The sections of all cities, one over the other on the same ground. */
export function makeSectionOptions(
  plot: PlotLibrary,
  width: number,
  sections: readonly CitySection[],
  theme: Theme,
  texts: { readonly along: string; readonly number: (value: number) => string },
) {
  const colours = chartColours(theme)
  return {
    marginLeft: 44,
    marginTop: 12,
    marginBottom: 34,
    marginRight: 12,
    style: { background: 'none', color: colours.ink, fontSize: '12px', fontFamily: 'inherit' },
    x: { label: texts.along, labelAnchor: 'center' as const, ticks: Math.max(3, Math.floor(width / 90)), tickFormat: texts.number },
    y: { label: 'm', ticks: 4, grid: true, zero: true, tickFormat: texts.number },
    marks: [
      ...sections.flatMap(({ cityId, answer }) => {
        const line = traceSkyline(answer)
        return [
          plot.areaY(line, { x: 'metres', y: 'top', fill: colours.accent(cityId), fillOpacity: 0.16 }),
          plot.lineY(line, { x: 'metres', y: 'top', stroke: colours.accent(cityId), strokeWidth: 1.75 }),
        ]
      }),
      plot.ruleY([0], { stroke: colours.ink }),
    ],
  }
}
