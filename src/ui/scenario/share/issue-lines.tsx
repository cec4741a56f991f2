import type { ScenarioIssue } from '../../../scenario/issues.ts'
import type { Edit } from '../../../scenario/types.ts'
import { useMessages } from '../../context.tsx'
import { sayIssue } from './say-issue.ts'

/** What there is to say of a scenario; of a long list only the first lines. `edits`: those of the scenario, where it is open. */
export function IssueLines({ issues, edits }: { issues: readonly ScenarioIssue[]; edits?: readonly Edit[] }) {
  const messages = useMessages()
  return (
    <ul className="scenario-issues">
      {issues.map((issue, index) => (
        <li key={`${index} ${issue.path}`} data-severity={issue.severity}>
          {sayIssue(issue, messages, edits)}
        </li>
      ))}
    </ul>
  )
}
