import type { ScenarioIssue } from '../../../scenario/issues.ts'
import { useMessages, type Messages } from '../../context.tsx'

/** What there is to say of a scenario; of a long list only the first lines. */
export function IssueLines({ issues }: { issues: readonly ScenarioIssue[] }) {
  const messages = useMessages()
  return (
    <ul className="scenario-issues">
      {issues.map((issue, index) => (
        <li key={`${index} ${issue.path}`} data-severity={issue.severity}>
          {sayIssue(issue, messages)}
        </li>
      ))}
    </ul>
  )
}

/** An issue in words. What a file brought along stands in it as text. */
function sayIssue({ code, path, values }: ScenarioIssue, { text }: Pick<Messages, 'text'>): string {
  const issue = text(`scenario.issue.${code}`, values)
  return path === '' ? issue : text('scenario.issue.at', { path, issue })
}
