import { classify, EXCLUDED_CODE } from './colour/classify.ts'
import { formatHex } from './colour/ramps.ts'
import { UNKNOWN_CODE, type Categories, type Figures } from './figures.ts'
import type { LayerId } from './ids.ts'
import type { Scale } from './colour/scale.ts'
import type { Legend, LegendStep } from './types.ts'

const HISTOGRAM_BINS = 40

export interface LegendTexts {
  readonly layerId: LayerId
  readonly titleKey: string
  readonly unitKey: string | null
}

/**
 * The legend of one city's figures on a scale. End classes of a sequential scale are open: the
 * first has no `from`, the last no `to`. The histogram spans the scale's domain, so that joint
 * scales give histograms that can be laid over each other; values beyond are in its end bins.
 */
export function makeLegend(data: Figures | Categories, scale: Scale, texts: LegendTexts): Legend {
  const codes = classify(data, scale)
  const counts = new Uint32Array(256)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  const missing = counts[UNKNOWN_CODE] as number
  const known = codes.length - missing - (counts[EXCLUDED_CODE] as number)
  return {
    ...texts,
    kind: scale.kind,
    steps: scale.colours.map((colour, code): LegendStep => ({
      colour: formatHex(colour),
      count: counts[code] as number,
      ...boundsOf(scale, code),
      ...labelOf(scale, code),
    })),
    known,
    missing,
    ...histogramOf(data, scale),
    estimatedShare: known === 0 ? 0 : Math.min(1, data.estimatedCount / known),
    provenance: data.provenance,
    ...('noteValues' in data && data.noteValues !== undefined ? { noteValues: data.noteValues } : {}),
    noteKeys: [
      ...(scale.kind === 'sequential' && scale.spacing === 'logarithmic' ? ['note.logarithmic'] : []),
      ...(hasValuesBeyond(data, scale) ? ['note.endsClipped'] : []),
      ...data.notes.map((note) => `note.${note}`),
    ],
  }
}

function boundsOf(scale: Scale, code: number): Pick<LegendStep, 'from' | 'to'> {
  if (scale.kind === 'categorical') return {}
  const from = scale.breaks[code - 1]
  const to = scale.breaks[code]
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function labelOf(scale: Scale, code: number): Pick<LegendStep, 'labelKey'> {
  const labelKey = scale.labelKeys?.[code]
  return labelKey === undefined ? {} : { labelKey }
}

function hasValuesBeyond(data: Figures | Categories, scale: Scale): boolean {
  if ('codes' in data || scale.kind === 'categorical' || scale.domain === null || scale.labelKeys !== null) return false
  const [from, to] = scale.domain
  return data.values.some((value, index) => (value < from || value > to) && data.excluded?.[index] !== 1)
}

function histogramOf(data: Figures | Categories, scale: Scale): Pick<Legend, 'histogram' | 'histogramFrom' | 'histogramTo'> {
  if ('codes' in data || scale.kind === 'categorical' || scale.domain === null) {
    return { histogram: [], histogramFrom: 0, histogramTo: 0 }
  }
  const [from, to] = scale.domain
  const bins = new Array<number>(HISTOGRAM_BINS).fill(0)
  const width = to > from ? (to - from) / HISTOGRAM_BINS : 1
  data.values.forEach((value, index) => {
    if (Number.isNaN(value) || data.excluded?.[index] === 1) return
    const bin = Math.min(HISTOGRAM_BINS - 1, Math.max(0, Math.floor((value - from) / width)))
    bins[bin] = (bins[bin] as number) + 1
  })
  return { histogram: bins, histogramFrom: from, histogramTo: to }
}
