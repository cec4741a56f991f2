import { CITIES } from '../../cities/index.ts'
import type { IssuePlace, OwnIssue } from '../../layers/own/own-layer.ts'
import type { Messages } from '../context.tsx'
import { isMessageKey } from '../messages/index.ts'

/** A remark as one line: the file, the place in it, what was expected and found, and how often. */
export function describeIssue(messages: Messages, fileName: string, issue: OwnIssue): string {
  const { text, plural } = messages
  const place = describePlace(messages, issue.place)
  const where = place === '' ? fileName : `${fileName}, ${place}`
  const what = isMessageKey(issue.messageKey) ? text(issue.messageKey, nameCities(messages, issue.values)) : issue.messageKey
  const more = issue.count > 1 ? ` (${plural('imports.more', issue.count - 1)})` : ''
  return `${where}: ${what}${more}`
}

function describePlace({ text }: Messages, place: IssuePlace): string {
  switch (place.kind) {
    case 'file':
      return ''
    case 'part':
      return place.name
    case 'line':
      return text('imports.place.line', { number: place.number })
    case 'feature':
      return text('imports.place.feature', { number: place.number })
    case 'byte':
      return text('imports.place.byte', { number: place.number })
  }
}

/** Cities come as ids. */
function nameCities({ cityName }: Messages, values: OwnIssue['values']): OwnIssue['values'] {
  const city = CITIES.find(({ id }) => id === values.city)
  return city === undefined ? values : { ...values, city: cityName(city.id) }
}
