import { IMPACT_IDS, IMPACTS, type ImpactId } from '../../../analytics/scenario/impacts.ts'
import type { ScenarioEvaluation } from '../../../services/analysis/scenario/types.ts'
import type { Messages } from '../../context.tsx'
import { formatYears } from '../../messages/format.ts'
import { isMessageKey } from '../../messages/index.ts'
import { zoneName } from '../../compare/zone-rows.ts'
import type { Impact, ZoneImpacts } from './zone-impacts.ts'

/** The figures of an evaluation, zone by zone, as they are shown. */
export function readEvaluation(evaluation: ScenarioEvaluation, messages: Messages): readonly ZoneImpacts[] {
  const { language, cityName } = messages
  return evaluation.rows.map((row, index) => ({
    key: `${row.cityId}/${row.id}`,
    cityId: row.cityId,
    name: evaluation.zones.kind === 'city' ? cityName(row.cityId) : zoneName(row, language),
    impacts: IMPACT_IDS.map((id) => readImpact(evaluation, index, id, messages)),
  }))
}

function readImpact(evaluation: ScenarioEvaluation, index: number, id: ImpactId, messages: Messages): Impact {
  const { text, share } = messages
  const cityId = evaluation.rows[index]?.cityId
  const provenance = cityId === undefined ? null : evaluation.provenance[cityId][id]
  const estimated = evaluation.estimatedShares[id][index] ?? 0
  const at = (values: Float64Array): number => values[index] ?? Number.NaN
  return {
    id,
    name: nameImpact(id, messages),
    unit: unitOfImpact(id, messages),
    decimals: IMPACTS[id].decimals,
    before: at(evaluation.before[id]),
    after: at(evaluation.after[id]),
    difference: at(evaluation.difference[id]),
    known: [
      ...(provenance === null ? [] : [sayProvenance(provenance, text)]),
      ...(estimated > 0 ? [text('legend.estimatedShare', { share: share(estimated) })] : []),
    ],
  }
}

function sayProvenance(
  { kind, year }: { readonly kind: 'measured' | 'official' | 'modelled' | 'default'; readonly year: string | null },
  text: Messages['text'],
): string {
  const known = text(`provenance.${kind}`)
  return year === null ? known : `${known} · ${formatYears(year)}`
}

function nameImpact(id: ImpactId, { text, dataText }: Messages): string {
  const key = `measure.${id}`
  return isMessageKey(key) ? text(key) : dataText(`impact.${id}`)
}

/** Null where the name says it already, or there is none. */
function unitOfImpact(id: ImpactId, messages: Messages): string | null {
  const { unit } = IMPACTS[id]
  const key = `unit.${unit}`
  const shown = isMessageKey(key) ? messages.text(key) : null
  return shown === null || shown.toLowerCase() === nameImpact(id, messages).toLowerCase() ? null : shown
}
