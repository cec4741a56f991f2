import type { CityId } from '../../../cities/index.ts'
import { nameScenarioFile, SCENARIO_FILE_ENDING } from '../../../scenario/serialise-scenario.ts'
import type { Manifest } from '../../../schema/datasets.ts'
import type { AppStore } from '../../../state/store.ts'
import type { TakeCityPicture } from '../../common/city-pictures-context.ts'
import { saveFile } from '../../compare/save-file.ts'
import type { Messages } from '../../context.tsx'
import type { ManifestState } from '../../time-bar/use-manifests.ts'
import { makeScenarioAddress } from '../share/scenario-link.ts'
import { listAssumptions } from './list-assumptions.ts'
import { makeReport } from './make-report.ts'
import type { ReportTable } from './report-content.ts'
import { takeReportPictures } from './take-report-pictures.ts'
import { writeReport } from './write-report.ts'

export interface ReportTools {
  readonly store: AppStore
  readonly messages: Messages
  readonly manifests: ManifestState
  readonly takePicture: TakeCityPicture
  /** What the scenario does, in tables. */
  readonly readImpacts: () => Promise<readonly ReportTable[]>
}

/** Makes the report of the open scenario as one HTML file, and hands it to the browser to keep. */
export async function saveReport({ store, messages, manifests, takePicture, readImpacts }: ReportTools): Promise<void> {
  const { scenario, baseline } = store.getState().session
  if (scenario === null) return
  const impacts = await readImpacts()
  const content = makeReport(
    {
      scenario,
      baseline,
      impacts,
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
