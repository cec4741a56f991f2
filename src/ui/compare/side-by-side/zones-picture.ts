import { MEASURE_IDS } from '../../../analytics/measures/types.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import type { Messages } from '../../context.tsx'
import type { Theme } from '../../theme.ts'
import { measureName, measureValue } from '../measure-texts.ts'
import { chartColours } from '../use-theme.ts'
import { zoneName } from '../zone-rows.ts'

const LINE = 24
const NAME_WIDTH = 270
const STRIP_WIDTH = 220
const VALUE_WIDTH = 190

/** The strips of some districts among all as one chart with names and values, to be taken along. */
export function makeZonesPicture(table: MeasureTable, rows: readonly number[], messages: Messages, theme: Theme): SVGSVGElement {
  const colours = chartColours(theme)
  const svg = makeElement('svg', { width: NAME_WIDTH + STRIP_WIDTH + rows.length * VALUE_WIDTH, height: (MEASURE_IDS.length + 1) * LINE })
  const write = (x: number, line: number, text: string, fill: string, weight = 400) => {
    const element = makeElement('text', { x, 'y': (line + 0.7) * LINE, fill, 'font-weight': weight, 'font-size': 13 })
    element.textContent = text
    svg.append(element)
  }
  const places = rows.map((row) => table.rows[row] as MeasureTable['rows'][number])
  places.forEach((place, slot) =>
    write(
      NAME_WIDTH + STRIP_WIDTH + slot * VALUE_WIDTH + 16,
      0,
      `${slot === 0 ? '●' : '○'} ${zoneName(place, messages.language)}`,
      colours.accent(place.cityId),
      650,
    ),
  )
  MEASURE_IDS.forEach((id, index) => {
    const values = table.values[id]
    const known = Array.from(values).filter(Number.isFinite)
    const [least, most] = known.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity] as [
      number,
      number,
    ])
    const xOf = (value: number) => NAME_WIDTH + 8 + (most > least ? (value - least) / (most - least) : 0.5) * (STRIP_WIDTH - 16)
    const y = (index + 1.5) * LINE
    write(0, index + 1, measureName(messages, id), colours.ink)
    svg.append(
      makeElement('path', {
        'd': known.map((value) => `M${xOf(value).toFixed(1)} ${y - 6}v12`).join(''),
        'stroke': colours.quiet,
        'stroke-opacity': 0.55,
        'fill': 'none',
      }),
    )
    rows.forEach((row, slot) => {
      const value = values[row] as number
      const accent = colours.accent((places[slot] as (typeof places)[number]).cityId)
      write(NAME_WIDTH + STRIP_WIDTH + slot * VALUE_WIDTH + 16, index + 1, measureValue(messages, id, value), colours.ink)
      if (!Number.isFinite(value)) return
      svg.append(
        makeElement('circle', {
          'cx': xOf(value),
          'cy': y,
          'r': 5,
          'fill': slot === 0 ? accent : colours.paper,
          'stroke': accent,
          'stroke-width': 2,
        }),
      )
    })
  })
  return svg
}

function makeElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
