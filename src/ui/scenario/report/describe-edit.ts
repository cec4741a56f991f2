import type { BuildingSelector, Edit } from '../../../scenario/types.ts'
import { UNIT_SPACE } from '../../messages/format.ts'
import type { MessageKey } from '../../messages/index.ts'
import type { Messages } from '../../context.tsx'

/** What an edit says, in short parts: its numbers and choices, each with its name. */
export function describeEdit(edit: Edit, messages: Messages): readonly string[] {
  const { text, number, share } = messages
  const part = (key: MessageKey, value: string): string => `${text(key)}: ${value}`
  const storeys = (count: number | undefined): readonly string[] =>
    count === undefined ? [] : [part('scenario.field.storeys', number(count))]
  switch (edit.kind) {
    case 'add-building':
      return [
        ...storeys(edit.storeys),
        part('scenario.field.use', text(`use.${edit.use}`)),
        part('scenario.field.standard', text(`scenario.standard.${edit.standard}`)),
      ]
    case 'change-building':
      return [
        edit.building.id,
        ...storeys(edit.storeys),
        ...(edit.use === undefined ? [] : [part('scenario.field.use', text(`use.${edit.use}`))]),
      ]
    case 'remove-building':
      return [edit.building.id]
    case 'retrofit':
      return [part('scenario.field.package', text(`scenario.package.${edit.package}`)), ...describeSelector(edit.selector, messages)]
    case 'solar':
      return [part('scenario.field.share', share(edit.share)), ...describeSelector(edit.selector, messages)]
    case 'plan-rule':
      return [
        ...storeys(edit.storeys),
        part('scenario.field.coverage', share(edit.coverageShare)),
        part('scenario.field.setback', `${number(edit.setbackMetres)}${UNIT_SPACE}${text('unit.metres')}`),
      ]
    case 'add-stop':
      return [part('scenario.field.departures', number(edit.departuresPerDay))]
    case 'add-line':
      return [
        part('scenario.field.headway', `${number(edit.headwayMinutes)}${UNIT_SPACE}${text('scenario.unit.minutes')}`),
        part('scenario.field.hours', `${number(edit.serviceHours)}${UNIT_SPACE}${text('scenario.unit.hours')}`),
      ]
    case 'add-park':
    case 'close-street':
      return []
  }
}

function describeSelector(selector: BuildingSelector, { text, number }: Messages): readonly string[] {
  const { uses, fromYear, toYear, leastFootprintSquareMetres, districtIds } = selector
  return [
    ...(uses === undefined ? [] : [`${text('scenario.field.uses')}: ${uses.map((use) => text(`use.${use}`)).join(', ')}`]),
    ...(fromYear === undefined ? [] : [`${text('scenario.field.fromYear')} ${fromYear}`]),
    ...(toYear === undefined ? [] : [`${text('scenario.field.toYear')} ${toYear}`]),
    ...(leastFootprintSquareMetres === undefined
      ? []
      : [`${text('scenario.field.leastFootprint')} ${number(leastFootprintSquareMetres)}${UNIT_SPACE}${text('unit.squareMetres')}`]),
    ...(districtIds === undefined ? [] : [`${text('scenario.field.districts')}: ${districtIds.join(', ')}`]),
  ]
}
