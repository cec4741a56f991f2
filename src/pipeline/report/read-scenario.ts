import { CITIES } from '../../cities/index.ts'
import { ReportArgumentError } from '../../report/request.ts'
import type { ReadScenario } from '../../report/tabulate-scenario.ts'
import { describeScenarioIssue } from '../../scenario/describe-issue.ts'
import { parseScenarioText } from '../../scenario/parse/parse-scenario.ts'
import { hashBytes } from '../manifest.ts'
import type { ReportEffects } from './effects.ts'

/** Reads a scenario's file. Rejects with a ReportArgumentError, a sentence each, where there is no scenario in it. */
export async function readScenario(option: string, path: string, { readBytes }: Pick<ReportEffects, 'readBytes'>): Promise<ReadScenario> {
  const where = `--${option} ${path}`
  let bytes: Uint8Array
  let text: string
  try {
    bytes = await readBytes(path)
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const code = (error as { readonly code?: string }).code
    const why =
      code === 'ENOENT'
        ? 'expected the file of a scenario, but it does not exist'
        : code === 'EISDIR'
          ? 'expected the file of a scenario, but it is a folder'
          : error instanceof TypeError
            ? 'expected JSON in UTF-8, found other bytes'
            : `could not be read (${(error as Error).message})`
    throw new ReportArgumentError([`${where}: ${why}.`])
  }
  // The same file is the same scenario: without an id of its own it gets one of its bytes.
  const sha256 = hashBytes(bytes)
  const { scenario, issues } = parseScenarioText(text, { cities: CITIES, createId: () => sha256.slice(0, 16) })
  const sentences = issues.map(describeScenarioIssue)
  if (scenario === null) throw new ReportArgumentError(sentences.map((sentence) => `${where}: ${sentence}.`))
  return { scenario, issues: sentences, sha256 }
}
