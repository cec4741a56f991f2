import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS, cityById } from '../../src/cities/index.ts'
import type { CardFact } from '../../src/services/data-service.ts'
import type { Legend, LayerOutcome } from '../../src/layers/types.ts'
import { FactList } from '../../src/ui/card/fact-list.tsx'
import { SourceList } from '../../src/ui/card/source-list.tsx'
import { LayersPanel } from '../../src/ui/layers-panel/layers-panel.tsx'
import { LegendView } from '../../src/ui/legend/legend-view.tsx'
import { Seam } from '../../src/ui/seam/seam.tsx'
import { TimeControls } from '../../src/ui/time-bar/time-controls.tsx'
import { ViewStatus } from '../../src/ui/view-frame/view-status.tsx'
import { startSession } from '../../src/state/defaults.ts'
import { renderUi, textOf } from './render-ui.tsx'

const [first, second = first] = CITY_IDS
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
    { labelKey: 'card.height', value: 3, provenance: OFFICIAL }, { labelKey: 'card.footprint', value: 4, provenance: OFFICIAL },
    { labelKey: 'card.storeys', value: null, provenance: MODELLED },
  ]
  expect(textOf(renderUi(<SourceList facts={facts} />))).toBe('Sources and rules\nA register · 2021')
})

function legendOf(change: Partial<Legend>): Legend {
  return {
    layerId: 'building-height', titleKey: 'layer.building-height', unitKey: 'unit.metres', kind: 'sequential',
    steps: [{ colour: '#111111', to: 10, count: 3 }, { colour: '#222222', from: 10, count: 1 }],
    known: 4, missing: 1, histogram: [3, 1], histogramFrom: 0, histogramTo: 20, estimatedShare: 0.25,
    provenance: OFFICIAL, noteKeys: ['note.endsClipped'], ...change,
  }
}

describe('LegendView', () => {
  const outcome = Object.fromEntries(CITY_IDS.map((id) => [id, { drawables: [], legend: legendOf({}) }])) as unknown as LayerOutcome
  const app = { buildingLayer: 'building-height' } as const
  const session = { pictures: { 'building-height': outcome } }

  test('without a layer explains the map, the hatch of unknown buildings too', () => {
    expect(textOf(renderUi(<LegendView isFolding />))).toContain('no building data')
  })
  test('is one while the scale is joint, and two otherwise', () => {
    const count = (html: string) => html.split('class="axis-ramp"').length - 1
    expect(count(renderUi(<LegendView isFolding />, { app, session }))).toBe(1)
    expect(count(renderUi(<LegendView isFolding />, { app: { ...app, scaleMode: 'per-city' }, session }))).toBe(2)
  })
  test('says the unit, the gaps, the estimates, the source and the remarks', () => {
    const words = textOf(renderUi(<LegendView isFolding />, { app, session }))
    for (const word of ['Height', 'm', 'no data 20%', 'estimated 25%', 'official · 2021', '10', `Source for ${CITIES[0].names.en}: A register`]) expect(words.split('\n')).toContain(word)
    expect(words).toContain('The highest and lowest two per cent')
  })
  test('says of which city the modelled heat is above the published bound, with the figure', () => {
    const modelled = Object.fromEntries(CITY_IDS.map((id) => [id, {
      drawables: [], legend: legendOf({ noteKeys: cityById(id).energyBound === undefined ? [] : ['note.heatAboveBound'] }),
    }])) as unknown as LayerOutcome
    const words = textOf(renderUi(<LegendView isFolding />, { app, session: { pictures: { 'building-height': modelled } } }))
    expect(words).toContain('Tallinn: the model’s total is higher than the heat and electricity that homes and services used together: 4,879 GWh')
    expect(words).toContain('(City of Tallinn, Energy performance, 2011)')
    expect(words).not.toContain('Helsinki: the model')
  })
  test('says which city failed and why, and still shows the other', () => {
    const half = { ...outcome, [second]: { failure: 'buildings.parquet is missing' } } as LayerOutcome
    const html = renderUi(<LegendView isFolding />, { app, session: { pictures: { 'building-height': half } } })
    expect(textOf(html)).toContain(`${CITIES[1].names.en}: buildings.parquet is missing`)
    expect(html).toContain('axis-ramp')
    expect(textOf(html)).toContain('Try again')
    expect(textOf(renderUi(<LegendView isFolding />, { app, session }))).not.toContain('Try again')
  })
  test('shows only the city that shows', () => {
    const words = textOf(renderUi(<LegendView isFolding />, { app: { ...app, layout: first }, session }))
    expect(words).toContain(CITIES[0].names.en)
    expect(words).not.toContain(CITIES[1].names.en)
  })
})

describe('Seam', () => {
  test('names the cities in the order of the views, in the language', () => {
    const words = textOf(renderUi(<Seam isStacked={false} />, { app: { language: 'sv', swapped: true } })).split('\n')
    expect(words).toEqual([CITIES[1].names.sv, CITIES[0].names.sv])
  })
  test('has no link and no swap with one city alone', () => {
    const html = renderUi(<Seam isStacked={false} />, { app: { layout: first } })
    expect(html).not.toContain('link-button')
    expect(textOf(html)).toBe(CITIES[0].names.en)
  })
})

describe('ViewStatus', () => {
  const progressOf = (change: object) => {
    const start = startSession()
    return { progress: { ...start.progress, [first]: { status: 'loading', share: 0.42, failure: null, ...change } } }
  }
  test('shows the share that is loaded', () => {
    const session = progressOf({})
    expect(renderUi(<ViewStatus cityId={first} />, { session })).toContain(`aria-label="Loading ${CITIES[0].names.en}: 42%"`)
    expect(textOf(renderUi(<Seam isStacked={false} />, { session })).split('\n').slice(0, 2)).toEqual([CITIES[0].names.en, '42%'])
  })
  test('shows what failed, and a way to try again', () => {
    const words = textOf(renderUi(<ViewStatus cityId={first} />, { session: progressOf({ status: 'failed', failure: 'tileset.json: expected 200, got 404' }) }))
    expect(words).toContain('tileset.json: expected 200, got 404')
    expect(words).toContain('Try again')
  })
  test('is gone once the view is ready', () => {
    expect(renderUi(<ViewStatus cityId={first} />, { session: progressOf({ status: 'ready', share: 1 }) })).toBe('')
  })
})

describe('LayersPanel', () => {
  const hosts = { baseMap: ['tiles.example.org'], model: [] }
  test('names the host of an online source, and offers none without', () => {
    expect(textOf(renderUi(<LayersPanel onlineHosts={hosts} />))).toContain('Contacts tiles.example.org')
    expect(textOf(renderUi(<LayersPanel onlineHosts={{ baseMap: [], model: [] }} />))).not.toContain('Online')
  })
  test('folds the assumptions of the heat model', () => {
    const words = textOf(renderUi(<LayersPanel onlineHosts={hosts} />, { app: { buildingLayer: 'building-heat' } }))
    expect(words).toContain('Assumptions of the heat model')
    expect(words).not.toContain('None of these is measured')
  })
})

describe('TimeControls', () => {
  test('shows clock, date in the way of the language, and how high the sun stands', () => {
    const html = renderUi(<TimeControls />, { app: { language: 'fi', date: '2025-06-21', minutes: 13 * 60 + 20 } })
    const words = textOf(html)
    expect(words.split('\n')).toContain('13:20')
    // 53.265° by astronomy-engine at this instant.
    expect(words).toContain('53°')
    expect(words.replace(/\n/g, '').replace(/[\u2066-\u2069]/g, '')).toContain('21.6.2025')
  })
  test('says that the sun is down at night', () => {
    expect(textOf(renderUi(<TimeControls />, { app: { date: '2025-12-21', minutes: 0 } }))).toContain('Sun below the horizon')
  })
})
