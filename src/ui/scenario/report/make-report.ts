import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import { nameScenarioFile, serialiseScenario } from '../../../scenario/serialise-scenario.ts'
import type { Remark, Scenario } from '../../../scenario/types.ts'
import type { Manifest } from '../../../schema/datasets.ts'
import type { Messages } from '../../context.tsx'
import { LOCALES } from '../../locales.ts'
import { listCreditLines, listSources } from '../../time-bar/credit-lines.ts'
import { citiesOf, nameEdit } from '../edits/edit-names.ts'
import { describeEdit } from './describe-edit.ts'
import type { ReportContent, ReportTable } from './report-content.ts'
import type { CityPictureSet } from './take-report-pictures.ts'

/** All that a report of a scenario is made from. */
export interface ReportInput {
  readonly scenario: Scenario
  /** What it is held against; null for the cities as they are. */
  readonly baseline: Scenario | null
  readonly pictures: CityPictureSet
  readonly impacts: readonly ReportTable[]
  readonly assumptions: ReportTable | null
  readonly manifests: Readonly<Partial<Record<CityId, Manifest>>>
  /** Opens the scenario in the app; null where it is too large for an address. */
  readonly address: string | null
  readonly now: Date
}

/** The content of a report in the language that shows. */
export function makeReport(input: ReportInput, messages: Messages): ReportContent {
  const { text, language, cityName } = messages
  const { scenario, baseline, pictures, impacts, assumptions, manifests, address, now } = input
  const made = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(now)
  return {
    language,
    title: scenario.name,
    lead: [
      text('scenario.report.made', { date: made }),
      baseline === null ? text('scenario.report.against.today') : text('scenario.report.against', { name: baseline.name }),
    ],
    headings: {
      pictures: text('scenario.report.pictures'),
      edits: text('scenario.tab.edits'),
      impacts: text('scenario.drawer.impacts'),
      assumptions: text('scenario.report.assumptions'),
      remarks: text('scenario.tab.remarks'),
      sources: text('scenario.report.sources'),
      file: text('scenario.report.file'),
      before: text('scenario.impacts.before'),
      after: text('scenario.impacts.after'),
      noPicture: text('scenario.report.noPicture'),
    },
    pictures: CITY_IDS.map((cityId) => ({ name: cityName(cityId), ...pictures[cityId] })),
    edits: scenario.edits.map((edit) => ({
      name: nameEdit(edit, messages),
      where: citiesOf(edit).map(cityName).join(', '),
      details: describeEdit(edit, messages),
    })),
    impacts,
    noImpacts: text('scenario.impacts.none'),
    assumptions,
    noAssumptions: text('scenario.report.noAssumptions'),
    remarks: scenario.remarks.map((remark) => ({ text: remark.text, at: sayPin(remark, scenario, messages) })),
    sources: CITY_IDS.flatMap((cityId) => {
      const manifest = manifests[cityId]
      return manifest === undefined ? [] : [{ name: cityName(cityId), lines: sayCredits(manifest) }]
    }),
    file: {
      name: nameScenarioFile(scenario),
      text: serialiseScenario(scenario),
      saveText: text('scenario.saveFile'),
      explain: text('scenario.report.file.explain'),
      link: address === null ? null : { address, text: text('scenario.report.link') },
    },
  }
}

function sayPin({ at }: Remark, scenario: Scenario, messages: Messages): string {
  if ('editId' in at) {
    const edit = scenario.edits.find(({ id }) => id === at.editId)
    return edit === undefined ? messages.text('scenario.remark.gone') : nameEdit(edit, messages)
  }
  const cityId = CITY_IDS.find((id) => id === at.cityId)
  const [longitude, latitude] = at.position
  return cityId === undefined
    ? ''
    : `${messages.text('scenario.remark.place', { city: messages.cityName(cityId) })} (${latitude.toFixed(5)}, ${longitude.toFixed(5)})`
}

/** Who holds the data and under which licence, then each source by its title. */
function sayCredits(manifest: Manifest): readonly string[] {
  return [
    ...listCreditLines(manifest).map(({ credit, licence, years }) => [credit, licence, years].filter((part) => part !== null).join(', ')),
    ...listSources(manifest).map(({ title, publisher, year }) => `${title} – ${publisher}, ${year}`),
  ]
}
