import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import { nameScenarioFile, SCENARIO_FILE_ENDING } from '../../../scenario/serialise-scenario.ts'
import type { AnalysisService, HeatChanges } from '../../../services/analysis/analysis-service.ts'
import type { Manifest } from '../../../schema/datasets.ts'
import type { AppStore } from '../../../state/store.ts'
import type { TakeCityPicture } from '../../common/city-pictures-context.ts'
import { saveFile } from '../../compare/save-file.ts'
import type { Messages } from '../../context.tsx'
import type { ManifestState } from '../../time-bar/use-manifests.ts'
import { readEvaluation } from '../impacts/read-evaluation.ts'
import { tabulateImpacts } from '../impacts/zone-impacts.ts'
import { makeScenarioAddress } from '../share/scenario-link.ts'
import { listAssumptions } from './list-assumptions.ts'
import { makeReport } from './make-report.ts'
import { takeReportPictures } from './take-report-pictures.ts'
import { writeReport } from './write-report.ts'

export interface ReportTools {
  readonly store: AppStore
  readonly messages: Messages
  readonly manifests: ManifestState
  readonly takePicture: TakeCityPicture
  readonly analysis: () => Pick<AnalysisService, 'evaluateScenario'>
  /** Assumptions of the heat model that the map shows by. */
  readonly heat: HeatChanges | undefined
}

/** Makes the report of the open scenario as one HTML file, and hands it to the browser to keep. */
export async function saveReport({ store, messages, manifests, takePicture, analysis, heat }: ReportTools): Promise<void> {
  const { scenario, baseline } = store.getState().session
  if (scenario === null) return
  const evaluation = await analysis().evaluateScenario({
    scenario,
    baseline,
    zones: { kind: 'city', cityIds: CITY_IDS },
    ...(heat === undefined ? {} : { heat }),
  })
  const content = makeReport(
    {
      scenario,
      baseline,
      impacts: tabulateImpacts(readEvaluation(evaluation, messages), messages),
      pictures: await takeReportPictures(store, takePicture),
      assumptions: listAssumptions(scenario, messages),
      manifests: Object.fromEntries(
        Object.entries(manifests).filter((entry): entry is [CityId, Manifest] => typeof entry[1] !== 'string'),
      ) as Readonly<Partial<Record<CityId, Manifest>>>,
      address: await makeScenarioAddress(scenario, location),
      now: new Date(),
    },
    messages,
  )
  const name = nameScenarioFile(scenario).slice(0, -SCENARIO_FILE_ENDING.length)
  saveFile(`${name}.html`, new Blob([writeReport(content)], { type: 'text/html;charset=utf-8' }))
}
