import { expect, test } from 'vitest'
import type { ScenarioIssue } from '../../../../src/scenario/issues.ts'
import type { Edit } from '../../../../src/scenario/types.ts'
import { messagesOf } from '../../../../src/ui/context.tsx'
import { sayIssue } from '../../../../src/ui/scenario/share/say-issue.ts'

const issue: ScenarioIssue = { severity: 'note', code: 'selects-nothing', path: 'edits[1].selector', values: { city: 'tallinn' } }
const retrofit: Edit = { id: 'a', kind: 'retrofit', cityIds: ['tallinn'], selector: {}, package: 'deep' }

test('of an open scenario the edit and the city are called by their names; of a file the place is said', () => {
  const messages = messagesOf('en')
  expect(sayIssue(issue, messages, [retrofit, { ...retrofit, name: 'Blocks' }])).toBe('Blocks: it selects no building of Tallinn')
  expect(sayIssue(issue, messages, [retrofit, retrofit])).toBe('Retrofit: it selects no building of Tallinn')
  expect(sayIssue(issue, messages, [retrofit])).toBe('edits[1].selector: it selects no building of Tallinn')
  expect(sayIssue({ ...issue, path: '' }, messages)).toBe('it selects no building of Tallinn')
})
