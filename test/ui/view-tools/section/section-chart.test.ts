import { expect, test } from 'vitest'
import { writeCsv } from '../../../../src/report/write-tables.ts'
import { traceSkyline } from '../../../../src/ui/view-tools/section/section-chart.ts'
import { tabulateSections } from '../../../../src/ui/view-tools/section/section-table.ts'

const SECTION = {
  lengthMetres: 50,
  spans: [],
  skyline: [
    { fromMetres: 10, toMetres: 15.5, topMetres: 12 },
    { fromMetres: 15.5, toMetres: 20, topMetres: 40 },
  ],
  builtShare: 0.2,
  highestMetres: 40,
  meanHeightMetres: 5,
}

test('the outline goes up and down at each wall, and begins and ends on the ground', () => {
  expect(traceSkyline(SECTION).map(({ metres, top }) => [metres, top])).toEqual([
    [0, 0],
    [10, 0],
    [10, 12],
    [15.5, 12],
    [15.5, 0],
    [15.5, 0],
    [15.5, 40],
    [20, 40],
    [20, 0],
    [50, 0],
  ])
})

test('the table holds every step of each city in full', () => {
  expect(writeCsv(tabulateSections([{ cityId: 'tallinn', answer: SECTION }]))).toBe(
    'city,from_m,to_m,top_m\ntallinn,10,15.5,12\ntallinn,15.5,20,40\n',
  )
})
