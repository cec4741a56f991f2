import { describe, expect, test } from 'vitest'
import type { CardFact } from '../../../src/services/data-service.ts'
import { FactList } from '../../../src/ui/card/fact-list.tsx'
import { SourceList } from '../../../src/ui/card/source-list.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

const OFFICIAL = { kind: 'official', year: '2021', source: 'A register' } as const
const MODELLED = { kind: 'modelled', year: '2024', source: 'A model' } as const

describe('FactList', () => {
  const facts: readonly CardFact[] = [
    { labelKey: 'card.height', value: 1234.5, unitKey: 'unit.metres', decimals: 1, provenance: OFFICIAL },
    { labelKey: 'card.year', value: 1903, provenance: OFFICIAL },
    { labelKey: 'card.storeys', value: null, provenance: OFFICIAL },
    { labelKey: 'card.use', value: null, valueKey: 'use.office', provenance: OFFICIAL },
    { labelKey: 'card.heatDemand', value: 250, unitKey: 'unit.mwhPerYear', provenance: MODELLED },
  ]
  const words = textOf(renderUi(<FactList facts={facts} />, { app: { language: 'fi' } })).split('\n')

  test('writes a number in the way of the language, its unit after a narrow space', () => {
    expect(words.join('|')).toContain('1 234,5| m')
  })
  test('does not group the thousands of a year', () => {
    expect(words).toContain('1903')
  })
  test('says that a gap is one, and gives it no provenance', () => {
    expect(words.slice(words.indexOf('Kerrokset'), words.indexOf('Käyttötarkoitus'))).toEqual(['Kerrokset', 'ei tietoa'])
  })
  test('shows a category by its name', () => {
    expect(words).toContain('Toimisto')
  })
  test('joins several categories as the language does, and says how and of when they are known', () => {
    const modes: CardFact = { labelKey: 'card.modes', value: 'tram, bus', valueKeys: ['mode.tram', 'mode.bus'], provenance: OFFICIAL }
    const said = textOf(renderUi(<FactList facts={[modes]} />, { app: { language: 'sv' } })).split('\n')
    expect(said).toEqual(['Färdmedel', 'Spårvagn och buss', 'officiell · 2021'])
  })
  test('puts "about" before a modelled figure only', () => {
    expect(words.filter((word) => word.trim() === 'noin')).toHaveLength(1)
    expect(words[words.indexOf('Lämmöntarve') + 1]?.trim()).toBe('noin')
  })
  test('does not take markup from data for markup', () => {
    const html = renderUi(<FactList facts={[{ labelKey: 'card.address', value: '<img src=x onerror=alert(1)>', provenance: OFFICIAL }]} />)
    expect(html).not.toContain('<img')
  })
})

test('SourceList names each source once, and none of a gap', () => {
  const facts: readonly CardFact[] = [
    { labelKey: 'card.height', value: 3, provenance: OFFICIAL },
    { labelKey: 'card.footprint', value: 4, provenance: OFFICIAL },
    { labelKey: 'card.storeys', value: null, provenance: MODELLED },
  ]
  expect(textOf(renderUi(<SourceList facts={facts} />))).toBe('Sources and rules\nA register · 2021')
})
