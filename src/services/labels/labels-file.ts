import type { Language } from '../../cities/city.ts'
import { LABEL_CLASSES, type LabelClass, type Labels } from '../../layers/types.ts'

/** About a centimetre. */
const DECIMALS_OF_DEGREES = 7

/** Where the labels of a city's map stand, beside its tiles: made with them, so that nobody reads all streets for a few names. */
export function labelsFileOf(cityId: string, language: Language): string {
  return `tilesets/${cityId}/labels-${language}.json`
}

/** Writes labels as JSON, one row each: text, place in `LABEL_CLASSES`, longitude, latitude, priority. */
export function writeLabels({ texts, classes, positionsDegrees, priority }: Labels): string {
  const round = (degrees: number | undefined): number => Number((degrees ?? NaN).toFixed(DECIMALS_OF_DEGREES))
  const rows = texts.map((text, label) =>
    JSON.stringify([
      text,
      LABEL_CLASSES.indexOf(classes[label] as LabelClass),
      round(positionsDegrees[label * 2]),
      round(positionsDegrees[label * 2 + 1]),
      priority[label],
    ]),
  )
  return `[\n${rows.join(',\n')}\n]\n`
}

/**
 * Reads what `writeLabels` wrote.
 *
 * @throws Error naming the file, the row and what was expected
 */
export function readLabels(bytes: ArrayBuffer, fileName: string): Labels {
  const rows: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!Array.isArray(rows)) throw new Error(`${fileName}: expected a list`)
  const labels = rows.map((row: unknown, index) => {
    if (Array.isArray(row)) {
      const [text, code, longitude, latitude, priority] = row as readonly unknown[]
      const labelClass = typeof code === 'number' ? LABEL_CLASSES[code] : undefined
      if (typeof text === 'string' && labelClass !== undefined && [longitude, latitude, priority].every(Number.isFinite)) {
        return { text, labelClass, longitude: longitude as number, latitude: latitude as number, priority: priority as number }
      }
    }
    throw new Error(`${fileName}, row ${index + 1}: expected text, class, longitude, latitude and priority`)
  })
  return {
    kind: 'labels',
    texts: labels.map(({ text }) => text),
    classes: labels.map(({ labelClass }) => labelClass),
    positionsDegrees: Float64Array.from(labels.flatMap(({ longitude, latitude }) => [longitude, latitude])),
    priority: Float32Array.from(labels, ({ priority }) => priority),
  }
}
