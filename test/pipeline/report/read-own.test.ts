import { expect, test } from 'vitest'
import { parseReportArguments } from '../../../src/pipeline/report/parse-arguments.ts'
import { ReportArgumentError } from '../../../src/report/request.ts'

function problemsOf(...argv: readonly string[]): readonly string[] {
  try {
    parseReportArguments(argv)
  } catch (error) {
    if (error instanceof ReportArgumentError) return error.problems
    throw error
  }
  return []
}

test('formulas and criteria are read', () => {
  const own = [{ name: 'Dense', formula: 'population / land-area' }]
  expect(parseReportArguments(['--formula', 'Dense = population / land-area']).question).toMatchObject({ kind: 'measures', own })
  expect(
    parseReportArguments(['--sites', 'own:dense,down,0~9000,1,0.5,2', '--formula', 'Dense = population / land-area', '--grid', '500'])
      .question,
  ).toMatchObject({
    kind: 'sites',
    zones: { kind: 'hexagons', areaSquareMetres: 250_000 },
    own,
    criteria: [
      {
        measureId: 'own:dense',
        direction: 'down',
        scale: { kind: 'linear', low: 0, high: 9000 },
        weight: 1,
        leastWeight: 0.5,
        mostWeight: 2,
      },
    ],
    draws: 1000,
  })
})

test.each([
  [['--formula', 'fsi'], /--formula: expected "<name> = <formula>/],
  [['--formula', 'A = fsi; a = gsi'], /expected other names, found "a" twice/],
  [['--formula', '<b> = fsi'], /expected a name of letters and digits, 60 characters at most, found "<b>"/],
  [['--formula', 'A = population + stops'], /A: Expected the same unit on both sides, found residents ≠ stops \(character 14\)/],
  [['--formula', 'A = fsi.constructor'], /A: Expected a name.*found "\." \(character 4\)/],
  [['--sites', 'fsi,up'], /--sites: expected <measure>,up\|down.*found "fsi,up"/],
  [['--sites', 'own:a,up,ranks,1,0,1'], /"own:a" is no measure of --formula/],
  [['--sites', 'fsi,up,ranks,0,0,0'], /a weight above 0/],
  [['--ranks', 'fsi', '--formula', 'A = fsi'], /--formula goes only with plain measures or --sites/],
] as const)('%j is refused in a sentence', (argv, sentence) => {
  expect(problemsOf(...argv).join('\n')).toMatch(sentence)
})
