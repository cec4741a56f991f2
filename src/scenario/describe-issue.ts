import type { ScenarioIssue, ScenarioIssueCode, ScenarioIssueValues } from './issues.ts'

type Describe = (values: ScenarioIssueValues) => string

/** An issue as one English sentence, with its place before it: what the terminal prints. */
export function describeScenarioIssue({ code, path, values }: ScenarioIssue): string {
  const sentence = SENTENCES[code](values)
  return path === '' ? sentence : `${path}: ${sentence}`
}

const number = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 6 }) : (value ?? '?')

const SENTENCES: Readonly<Record<ScenarioIssueCode, Describe>> = {
  'text-too-long': ({ found, most }) => `expected at most ${number(most)} bytes, found ${number(found)}`,
  'not-json': ({ reason }) => `expected JSON: ${reason}`,
  'not-a-scenario': ({ found, expected }) => `expected a scenario, an object whose "format" is "${expected}"; found ${found}`,
  'version-newer': ({ found, most }) =>
    `is of version ${found} of the format, and this program knows versions up to ${most}: open it with a newer one`,
  'version-unknown': ({ found, most }) => `expected a version of the format, a whole number up to ${most}; found ${found}`,
  'link-damaged': () => 'the link was cut short or changed on its way; ask for it again, or for the file',
  'link-unpacks-too-large': ({ most }) => `the link unpacks to more than ${number(most)} bytes`,
  'expected-object': ({ found }) => `expected an object, found ${found}`,
  'expected-list': ({ found }) => `expected a list, found ${found}`,
  'expected-text': ({ found }) => `expected a text, found ${found}`,
  'expected-number': ({ found }) => `expected a finite number, found ${found}`,
  'expected-whole-number': ({ found }) => `expected a whole number, found ${number(found)}`,
  'expected-boolean': ({ found }) => `expected true or false, found ${found}`,
  'expected-one-of': ({ found, options }) => `expected one of ${options}; found ${found}`,
  'number-out-of-range': ({ found, least, most }) => `expected a number from ${number(least)} to ${number(most)}, found ${number(found)}`,
  'text-length': ({ found, least, most }) => `expected ${number(least)} to ${number(most)} characters, found ${number(found)}`,
  'text-form': ({ found, expected }) => `expected a text of the form ${expected}, found ${found}`,
  'list-length': ({ found, least, most }) => `expected ${number(least)} to ${number(most)} items, found ${number(found)}`,
  'too-many-items': ({ found, most }) => `holds ${number(found)} items; the first ${number(most)} were read`,
  'missing-field': ({ field }) => `expected a field "${field}"`,
  'unknown-field': ({ field, fields }) => `the field ${field} is not known; expected only ${fields}`,
  'not-unique': ({ found }) => `${found} stands here again; expected it once`,
  'id-made': () => 'a new id was made',
  'date-replaced': () => 'the date of the last change is not known',
  'unknown-city': ({ found, known }) => `the city ${found} is not known; expected one of ${known}`,
  'nothing-changes': () => 'expected storeys, a height or a use to change to',
  'shares-sum': ({ found }) => `expected shares whose sum is 1, found ${number(found)}`,
  'order-of-bounds': ({ from, to }) => `expected the lower bound first, found ${from} to ${to}`,
  'edit-of-remark-missing': ({ remark, edit }) => `the remark ${remark} is pinned to the edit ${edit}, which is not there`,
  'coordinates-in-metres': ({ x, y, likely, name }) =>
    `expected longitude and latitude in degrees; ${x}, ${y} are likely metres of ${name} (${likely})`,
  'coordinates-swapped': ({ longitude, latitude, city }) =>
    `expected longitude before latitude; ${longitude}, ${latitude} lies at ${city} the other way round`,
  'not-on-earth': ({ x, y }) => `expected longitude and latitude in degrees, found ${x}, ${y}`,
  'far-from-city': ({ longitude, latitude, city }) => `${longitude}, ${latitude} lies more than 10 km outside of ${city}`,
  'ring-closed': () => 'the ring repeated its first corner at its end; it was taken without that',
  'ring-crosses': () => 'the outline crosses itself',
  'area-too-small': ({ found, least }) => `expected an area of at least ${least} m², found ${number(found)} m²`,
  'hole-misplaced': () => 'the hole lies outside of its area, or within another hole',
  'too-many-corners': ({ found, most }) => `expected at most ${number(most)} corners, found ${number(found)}`,
  'building-proposed': ({ building, candidate, distanceMetres, footprintRatio }) =>
    `there is no building ${building}; ${candidate}, ${number(distanceMetres)} m away and ${number(footprintRatio)} times as large, may be it: decide`,
  'building-lost': ({ building, city }) => `there is no building ${building} in ${city}, and none like it where it stood`,
  'building-gone': ({ building, by }) => `the building ${building} is taken away by the earlier edit ${by}`,
  'unknown-district': ({ found, city }) => `the district ${found} is not known in ${city}`,
  'selects-nothing': ({ city }) => `no building of ${city} is selected`,
  'overlaps-addition': ({ other }) => `overlaps the new building of the edit ${other}`,
  'overlaps-building': ({ building, count }) => `overlaps ${count} buildings that stay, ${building} the first of them`,
  'more-issues': ({ count }) => `${number(count)} more remarks are not listed`,
}
