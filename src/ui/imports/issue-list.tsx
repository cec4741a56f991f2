import type { OwnIssue } from '../../layers/own/own-layer.ts'
import { useMessages } from '../context.tsx'
import { describeIssue } from './issue-text.ts'

/** What there is to say of a file, the gravest first. */
export function IssueList({ fileName, issues }: { fileName: string; issues: readonly OwnIssue[] }) {
  const messages = useMessages()
  return (
    <ul className="own-issues">
      {issues.map((issue) => (
        <li key={issue.messageKey} data-severity={issue.severity}>
          {describeIssue(messages, fileName, issue)}
        </li>
      ))}
    </ul>
  )
}
