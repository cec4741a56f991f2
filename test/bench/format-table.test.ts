import { expect, test } from 'vitest'
import { formatTable } from './format-table.ts'

test('formatTable aligns columns and rounds to three digits', () => {
  const table = formatTable([
    { name: 'a', value: 1234.5, unit: 'ms', rival: 'bare', rivalValue: 617.25, ratio: 2, note: 'twice' },
    { name: 'longer', value: 0, unit: 'ms', rival: 'b', rivalValue: 0, ratio: NaN },
  ])
  expect(table.split('\n')).toEqual([
    'what    value     against  its value  ratio  note',
    'a       1,230 ms  bare     617 ms     2.00   twice',
    'longer  0 ms      b        0 ms       –',
  ])
})
