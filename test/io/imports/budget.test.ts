import { expect, test } from 'vitest'
import { createImportBudget } from '../../../src/io/imports/budget.ts'
import { createImportService } from '../../../src/io/imports/import-service.ts'
import { ImportFailure } from '../../../src/io/imports/issue-log.ts'
import { IMPORT_LIMITS, type ImportLimits } from '../../../src/io/imports/limits.ts'
import { makeDbf, makeShapefile } from './make-binary.ts'

const keyOf = (run: () => void): string | null => {
  try {
    run()
    return null
  } catch (error) {
    return error instanceof ImportFailure ? error.issue.messageKey : String(error)
  }
}

async function reasonOf(content: string | Uint8Array, name: string, limits: Partial<ImportLimits> = {}): Promise<unknown> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const outcome = await createImportService({ ...IMPORT_LIMITS, ...limits }).open(new Blob([new Uint8Array(bytes)]), {
    id: 'own',
    name,
    credit: null,
    colour: '#8e5bb5',
  })
  return outcome.kind === 'failed'
    ? outcome.issues[0]?.messageKey
    : outcome.kind === 'layer'
      ? outcome.layer.issues.map(({ messageKey }) => messageKey)
      : outcome.kind
}

test('work grows with the bytes of the file, and not with what it announces', () => {
  const budget = createImportBudget({ ...IMPORT_LIMITS, steps: 100, stepsPerByte: 2 }, 50)
  expect(keyOf(() => budget.spend(200))).toBeNull()
  expect(keyOf(() => budget.spend(1))).toBe('imports.issue.budgetSteps')
  expect(keyOf(() => budget.spend(NaN))).toBe('imports.issue.budgetSteps')
})

test('the clock is looked at while work is counted', () => {
  let milliseconds = 0
  const budget = createImportBudget({ ...IMPORT_LIMITS, seconds: 2 }, 1, () => milliseconds)
  expect(keyOf(() => budget.spend(150_000))).toBeNull()
  milliseconds = 2001
  expect(keyOf(() => budget.spend(150_000))).toBe('imports.issue.budgetTime')
})

test('memory is asked for before it is taken', () => {
  const budget = createImportBudget({ ...IMPORT_LIMITS, memoryBytes: 10 }, 1)
  expect(keyOf(() => budget.claim(10))).toBeNull()
  expect(keyOf(() => budget.claim(11))).toBe('imports.issue.budgetMemory')
})

test('lists of nothing that would fill the memory as objects are refused as text', async () => {
  const text = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":[${'[],'.repeat(2000)}0]}}]}`
  expect(await reasonOf(text, 'a.geojson', { memoryBytes: 50_000 })).toBe('imports.issue.budgetMemory')
})

test('short rows under a header of a thousand columns cost what the header costs', async () => {
  const header = `lat,lon,${Array.from({ length: 1000 }, (_, index) => `c${index}`).join(',')}`
  const text = `${header}\n${'60.17,24.95\n'.repeat(300)}`
  expect(await reasonOf(text, 'a.csv', { steps: 10_000, stepsPerByte: 8 })).toBe('imports.issue.budgetSteps')
})

test('a row that never ends is told by its line, before a reader begins it anew with every piece', async () => {
  expect(await reasonOf(`lat,lon\n60.17,24.95\n60.18,24.96,${'x'.repeat(2000)}`, 'a.csv', { rowBytes: 1000 })).toBe(
    'imports.issue.csvRowLong',
  )
})

test('a table whose fields are longer than its rows is damaged, and the shapes show without it', async () => {
  const dbf = makeDbf(['Tori', 'Silta'])
  dbf[48] = 0xff
  expect(await reasonOf(makeShapefile({ 'kohteet.dbf': dbf }), 'a.zip')).toEqual(['imports.issue.dbfBroken'])
})

test('a table of more rows than shapes is read as far as there are shapes', async () => {
  const rows = makeDbf(Array.from({ length: 500 }, (_, index) => `Rivi ${index}`))
  expect(await reasonOf(makeShapefile({ 'kohteet.dbf': rows }), 'a.zip', { steps: 3000, stepsPerByte: 0 })).toEqual([
    'imports.issue.dbfRows',
  ])
})
