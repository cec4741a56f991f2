import { CRITERION_FORM, parseCriteria, type SiteCriterion } from '../../analytics/choice/site-criteria.ts'
import { describeFormulaError } from '../../analytics/formula/formula-error.ts'
import { OWN_MEASURE_LIMITS, readOwnMeasures, type OwnListProblem, type OwnMeasure } from '../../analytics/own/own-measure-text.ts'
import { prepareOwnMeasure } from '../../analytics/own/own-measure.ts'
import { REPORT_OPTIONS } from '../../report/options.ts'
import type { ArgumentReader } from './argument-reader.ts'

/** Measures of `--formula`; each has a name of its own. */
export function readFormulas(reader: ArgumentReader): readonly OwnMeasure[] {
  const { measures, problems } = readOwnMeasures(reader.text('formula') ?? '')
  const complain = (why: string) => reader.complain(`--formula: ${why}.`)
  for (const { kind, part } of problems) complain(PROBLEMS[kind](part))
  return measures.filter((own) => {
    const outcome = prepareOwnMeasure(own)
    if (!outcome.ok && outcome.problem.kind === 'formula') complain(`${own.name}: ${describeFormulaError(outcome.problem.error)}`)
    return outcome.ok
  })
}

const PROBLEMS: Readonly<Record<OwnListProblem['kind'], (part: string) => string>> = {
  'form': (part) => `expected ${REPORT_OPTIONS.formula.value}, found "${part}"`,
  'name': (part) => `expected a name of letters and digits, ${OWN_MEASURE_LIMITS.nameCharacters} characters at most, found "${part}"`,
  'twice': (part) => `expected other names, found "${part}" twice`,
  'too-many': () => `expected ${OWN_MEASURE_LIMITS.most} measures at most`,
}

/** Criteria of `--sites`, which may be measures of `--formula`. */
export function readCriteria(reader: ArgumentReader, own: readonly OwnMeasure[]): readonly SiteCriterion[] {
  const outcome = parseCriteria(reader.text('sites') ?? '')
  if (!outcome.ok) {
    reader.complain(`--sites: expected ${CRITERION_FORM}, each measure once, found "${outcome.part}".`)
    return []
  }
  const criteria = outcome.value
  const ids = new Set<string>(
    own.flatMap((each) => {
      const ready = prepareOwnMeasure(each)
      return ready.ok ? [ready.value.id] : []
    }),
  )
  const missing = criteria.find(({ measureId }) => measureId.startsWith('own:') && !ids.has(measureId))
  if (missing !== undefined) reader.complain(`--sites: "${missing.measureId}" is no measure of --formula.`)
  if (!criteria.some(({ weight }) => weight > 0) || !criteria.some(({ mostWeight }) => mostWeight > 0)) {
    reader.complain('--sites: expected one criterion or more with a weight above 0.')
  }
  return criteria
}
