import { isCityId } from '../../../cities/index.ts'
import type { ScenarioIssue } from '../../../scenario/issues.ts'
import type { Edit } from '../../../scenario/types.ts'
import type { Messages } from '../../context.tsx'
import { nameEdit } from '../edits/edit-names.ts'

/**
 * An issue in words. What a file brought along stands in it as text; a city has its name.
 *
 * @param edits those of the scenario that it was found in: an edit is then called by its name, not by its place
 */
export function sayIssue({ code, path, values }: ScenarioIssue, messages: Messages, edits: readonly Edit[] = []): string {
  const { text, cityName } = messages
  const named = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' && isCityId(value) ? cityName(value) : value]),
  )
  const issue = text(`scenario.issue.${code}`, named)
  const edit = edits[Number(/^edits\[(\d+)\]/.exec(path)?.[1] ?? NaN)]
  const where = edit === undefined ? path : nameEdit(edit, messages)
  return where === '' ? issue : text('scenario.issue.at', { path: where, issue })
}
