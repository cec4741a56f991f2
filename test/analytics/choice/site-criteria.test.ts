import { expect, test } from 'vitest'
import { parseCriteria, writeCriteria, type SiteCriterion } from '../../../src/analytics/choice/site-criteria.ts'

const CRITERIA: readonly SiteCriterion[] = [
  { measureId: 'fsi', direction: 'up', scale: { kind: 'linear', low: -0.5, high: 2 }, weight: 1, leastWeight: 0.5, mostWeight: 1.5 },
  { measureId: 'own:väki-ala', direction: 'down', scale: { kind: 'ranks' }, weight: 0, leastWeight: 0, mostWeight: 10 },
]

test('criteria are written and read again', () => {
  expect(writeCriteria(CRITERIA)).toBe('fsi,up,-0.5~2,1,0.5,1.5;own:väki-ala,down,ranks,0,0,10')
  expect(parseCriteria(writeCriteria(CRITERIA))).toEqual({ ok: true, value: CRITERIA })
  expect(parseCriteria('')).toEqual({ ok: true, value: [] })
})

test.each([
  'nothing,up,ranks,1,0,2',
  'fsi,sideways,ranks,1,0,2',
  'fsi,up,2~1,1,0,2',
  'fsi,up,1,1,0,2',
  'fsi,up,1~2~3,1,0,2',
  'fsi,up,ranks,1,0',
  'fsi,up,ranks,1,0,2,3',
  'fsi,up,ranks,1,2,0',
  'fsi,up,ranks,11,0,2',
  'fsi,up,ranks,NaN,0,2',
  'fsi,up,ranks,0x1,0,2',
  'own:<b>,up,ranks,1,0,2',
  'fsi,up,ranks,1,0,2;fsi,down,ranks,1,0,2',
  'gsi,up,ranks,1,0,2;'.repeat(9),
])('%s is refused', (text) => {
  expect(parseCriteria(text).ok).toBe(false)
})
