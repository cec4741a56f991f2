import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS, cityById } from '../../../src/cities/index.ts'
import type { Legend, LayerOutcome } from '../../../src/layers/types.ts'
import { LegendView } from '../../../src/ui/legend/legend-view.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

const [first, second = first] = CITY_IDS
const OFFICIAL = { kind: 'official', year: '2021', source: 'A register' } as const

function legendOf(change: Partial<Legend>): Legend {
  return {
    layerId: 'building-height',
    titleKey: 'layer.building-height',
    unitKey: 'unit.metres',
    kind: 'sequential',
    steps: [
      { colour: '#111111', to: 10, count: 3 },
      { colour: '#222222', from: 10, count: 1 },
    ],
    known: 4,
    missing: 1,
    histogram: [3, 1],
    histogramFrom: 0,
    histogramTo: 20,
    estimatedShare: 0.25,
    provenance: OFFICIAL,
    noteKeys: ['note.endsClipped'],
    ...change,
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
    for (const word of [
      'Height',
      'm',
      'no data 20%',
      'estimated 25%',
      'official · 2021',
      '10',
      `Source for ${CITIES[0].names.en}: A register`,
    ])
      expect(words.split('\n')).toContain(word)
    expect(words).toContain('The highest and lowest two per cent')
  })
  test.each(['note.heatAboveBound', 'note.heatCalibrated'] as const)('%s: says of which city, with the figures', (noteKey) => {
    const modelled = Object.fromEntries(
      CITY_IDS.map((id) => [
        id,
        {
          drawables: [],
          legend: legendOf({
            noteKeys: [cityById(id).energyBound === undefined ? 'note.heatUnchecked' : noteKey],
            noteValues: { modelledGigawattHours: 8617, homesShare: 0.55, servicesShare: 0.6 },
          }),
        },
      ]),
    ) as unknown as LayerOutcome
    const words = textOf(renderUi(<LegendView isFolding />, { app, session: { pictures: { 'building-height': modelled } } }))
    expect(words).toContain(
      noteKey === 'note.heatAboveBound'
        ? 'Tallinn: the model’s heat and electricity of homes and services, 8,617 GWh, are more than all the energy that these used: 4,879 GWh'
        : 'Tallinn: before scaling, the model gives 8,617 GWh of heat and electricity to homes and services; published are 4,879 GWh',
    )
    expect(words).toContain('(City of Tallinn, Energy performance, 2011)')
    if (noteKey === 'note.heatCalibrated') expect(words).toContain('So 55% of the modelled floor area of homes and 60% of that of services')
    expect(words).toContain('Helsinki: buildings are known in a part of the city only')
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
