import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createImportService, type ImportOutcome } from '../../../src/io/imports/import-service.ts'
import { IMPORT_LIMITS } from '../../../src/io/imports/limits.ts'
import { readAttributes } from '../../../src/layers/own/own-layer.ts'
import { messagesOf } from '../../../src/ui/context.tsx'
import { describeIssue } from '../../../src/ui/imports/issue-text.ts'
import { LANGUAGES } from '../../../src/cities/city.ts'
import { listFiles, ROOT } from '../../house/list-files.ts'
import { CORPUS } from './expected-corpus.ts'

const FOLDER = 'test/fixtures/imports'
/** So few vertices that one small file can go beyond them. */
const LIMITS = { ...IMPORT_LIMITS, vertices: 200 }

/** Opens a file, and answers what it asks by the best guess. */
async function open(name: string): Promise<{ readonly first: ImportOutcome; readonly last: ImportOutcome }> {
  const service = createImportService(LIMITS)
  const bytes = readFileSync(join(ROOT, FOLDER, name))
  const first = await service.open(new Blob([new Uint8Array(bytes)]), { id: 'own', name, credit: null, colour: '#8e5bb5' })
  const guess = first.kind === 'question' ? first.question.guess : null
  return { first, last: guess === null ? first : await service.place(guess) }
}

const issuesOf = (outcome: ImportOutcome) =>
  outcome.kind === 'layer' ? outcome.layer.issues : outcome.kind === 'failed' ? outcome.issues : []

describe('files with one fault each', () => {
  test('are at least forty, and each is expected', () => {
    const names = listFiles(FOLDER).map((path) => path.slice(FOLDER.length + 1))
    expect(names.sort()).toEqual(Object.keys(CORPUS).sort())
    expect(names.filter((name) => !name.startsWith('good')).length).toBeGreaterThanOrEqual(40)
  })

  test.each(Object.entries(CORPUS))('%s', async (name, expected) => {
    const { first, last } = await open(name)
    expect(first.kind).toBe(expected.outcome)
    const issues = issuesOf(last)
    expect(issues.map((issue) => describeIssue(messagesOf('en'), name, issue))).toEqual(
      expected.message === undefined ? [] : [`${name}${expected.message}`],
    )
    if (expected.counts !== undefined)
      expect(last.kind === 'layer' && [last.layer.counts.shown, last.layer.counts.read]).toEqual(expected.counts)
    // No language leaves a placeholder open, and none lets a file break the line.
    for (const language of LANGUAGES) {
      for (const issue of issues) expect(describeIssue(messagesOf(language), name, issue)).not.toMatch(/\{[a-z]+\}|[\n\r]/)
    }
  })
})

describe('what is shown', () => {
  test.each([['good.zip'], ['good.fgb'], ['good-crs.geojson']])('%s lies where its coordinate system says', async (name) => {
    const { last } = await open(name)
    if (last.kind !== 'layer') throw new Error(last.kind)
    const [west, south] = last.layer.cities.helsinki.boxDegrees ?? [NaN, NaN]
    // Within the old centre; the points themselves are checked against published vectors in test/geo.
    expect(west).toBeGreaterThan(24.93)
    expect(west).toBeLessThan(24.96)
    expect(south).toBeGreaterThan(60.16)
    expect(south).toBeLessThan(60.18)
    expect(last.layer.cities.tallinn.featureCount).toBe(0)
  })

  test.each([
    ['good.zip', [['NIMI', 'Tori']]],
    [
      'good.fgb',
      [
        ['nimi', 'Piste 1'],
        ['arvo', '1'],
      ],
    ],
    ['good.csv', [['nimi', 'Tori']]],
    ['html-in-name.geojson', [['nimi', '<img src=x onerror=alert(1)>']]],
    ['proto.geojson', [['nimi', 'Tori']]],
    ['formula.csv', [['nimi', '=HYPERLINK("http://example.org")']]],
    [
      'columns-twice.csv',
      [
        ['nimi', 'Tori'],
        ['nimi (2)', 'Torg'],
      ],
    ],
    ['latin-1.geojson', [['nimi', 'Säätytalo']]],
    ['latin-1.csv', [['nimi', 'Säätytalo']]],
  ] as const)('the attributes of the first feature of %s are its own', async (name, expected) => {
    const { last } = await open(name)
    if (last.kind !== 'layer') throw new Error(last.kind)
    expect(readAttributes(last.layer.attributes, 0)).toEqual(expected)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  test('of three geometries, each is drawn as its kind', async () => {
    const { last } = await open('good.geojson')
    if (last.kind !== 'layer') throw new Error(last.kind)
    const { points, lines, polygons, rows } = last.layer.cities.helsinki
    expect(Array.from(points?.positionsDegrees ?? [])).toEqual([24.95, 60.17])
    expect(Array.from(lines?.partStarts ?? [])).toEqual([0, 3])
    expect(Array.from(polygons?.ringStarts ?? [])).toEqual([0, 5])
    expect([rows.points, rows.lines, rows.polygons].map((each) => Array.from(each))).toEqual([[0], [1], [2]])
  })

  test('a file that is too large is refused before it is read', async () => {
    const service = createImportService({ ...IMPORT_LIMITS, fileBytes: 10 })
    const outcome = await service.open(new Blob(['x'.repeat(11)]), { id: 'own', name: 'a.csv', credit: null, colour: '#8e5bb5' })
    expect(issuesOf(outcome)[0]?.messageKey).toBe('imports.issue.fileLarge')
  })
})
