import { MEASURES } from '../../analytics/measures/index.ts'
import type { MeasureId } from '../../analytics/measures/types.ts'
import { unitKeyOf } from '../../layers/measures/measure-look.ts'
import type { CardFactName, Unit } from '../../layers/message-keys.ts'
import type { Provenance } from '../../schema/provenance.ts'
import type { CardFact } from '../data-service.ts'

/** A number with its unit; NaN and null are a gap. */
export function numberFact(
  name: CardFactName,
  value: number | null | undefined,
  unit: Unit | null,
  decimals: number,
  provenance: Provenance,
): CardFact {
  const known = value === null || value === undefined || Number.isNaN(value) ? null : value
  return {
    labelKey: `card.${name}`,
    value: known,
    decimals,
    provenance,
    ...(unit === null ? {} : { unitKey: `unit.${unit}` }),
  }
}

/** A measure of a district, by its own name, unit and decimals. */
export function measureFact(id: MeasureId, value: number, provenance: Provenance): CardFact {
  const unitKey = unitKeyOf(id)
  return {
    labelKey: `measure.${id}`,
    value: Number.isNaN(value) ? null : value,
    decimals: MEASURES[id].decimals,
    provenance,
    ...(unitKey === null ? {} : { unitKey }),
  }
}

/** A text, as it is. */
export function textFact(name: CardFactName, value: string | null | undefined, provenance: Provenance): CardFact {
  return { labelKey: `card.${name}`, value: value ?? null, provenance }
}

/** A category of the prefix; null is a gap. */
export function categoryFact(name: CardFactName, prefix: string, category: string | null | undefined, provenance: Provenance): CardFact {
  return category === null || category === undefined
    ? { labelKey: `card.${name}`, value: null, provenance }
    : { labelKey: `card.${name}`, value: category, valueKey: `${prefix}.${category}`, provenance }
}

/** Several categories of the prefix; none is a gap. */
export function categoriesFact(name: CardFactName, prefix: string, categories: readonly string[], provenance: Provenance): CardFact {
  if (categories.length <= 1) return categoryFact(name, prefix, categories[0], provenance)
  return {
    labelKey: `card.${name}`,
    value: categories.join(', '),
    valueKeys: categories.map((category) => `${prefix}.${category}`),
    provenance,
  }
}

/** A fact about a district whose name is the city's own word for that level. */
export function districtFact(labelKey: string, name: string | null, provenance: Provenance): CardFact {
  return { labelKey, value: name, provenance }
}
