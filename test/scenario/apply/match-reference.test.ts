import { expect, test } from 'vitest'
import { MATCH_METRES, matchReference, referTo, roundPosition } from '../../../src/scenario/apply/match-reference.ts'
import { at, referenceTo, sampleCity, type SampleBuilding } from '../sample.ts'

const HOUSE: SampleBuilding = { id: 'a', box: [0, 0, 10, 10] }
const CITY = sampleCity([HOUSE, { id: 'b', box: [20, 0, 30, 10] }, { id: 'hall', box: [500, 0, 700, 200] }])

test('a building is found by its id', () => {
  expect(matchReference(CITY, referenceTo(HOUSE))).toEqual({ kind: 'found', building: 0 })
  expect(matchReference(CITY, referTo(CITY, 1))).toEqual({ kind: 'found', building: 1 })
  // A hall of 200 m: whoever points at a corner of it still means it.
  expect(matchReference(CITY, { id: 'hall', position: at(510, 10), footprintSquareMetres: 40_000 })).toEqual({ kind: 'found', building: 2 })
})

test('one whose id is gone is proposed by place and size, the nearest first', () => {
  const match = matchReference(CITY, { id: 'gone', position: at(12, 5), footprintSquareMetres: 80 })
  expect(match).toMatchObject({ kind: 'proposed', building: 0, candidate: { id: 'a', footprintSquareMetres: 100 }, footprintRatio: 1.25 })
  expect(match.kind === 'proposed' ? match.distanceMetres : NaN).toBeCloseTo(7, 4)
  expect(matchReference(CITY, { id: 'gone', position: at(18, 5), footprintSquareMetres: 80 })).toMatchObject({ building: 1 })
})

test('what is too far, too large or too small is not it', () => {
  const beside = (east: number, footprintSquareMetres: number) =>
    matchReference(CITY, { id: 'gone', position: at(5 - east, 5), footprintSquareMetres }).kind
  expect(beside(MATCH_METRES - 0.1, 100)).toBe('proposed')
  expect(beside(MATCH_METRES + 0.1, 100)).toBe('lost')
  expect([49, 50, 200, 201].map((size) => beside(0, size))).toEqual(['lost', 'proposed', 'proposed', 'lost'])
})

test('an id that stands elsewhere now is another building: what is where it was comes first', () => {
  const moved = { ...referenceTo(HOUSE), id: 'hall' }
  expect(matchReference(CITY, moved)).toMatchObject({ kind: 'proposed', candidate: { id: 'a' } })
  expect(matchReference(CITY, { ...moved, position: at(-900, 0) })).toMatchObject({ kind: 'proposed', candidate: { id: 'hall' } })
})

test('positions are held to a centimetre', () => {
  expect(roundPosition([24.123456789, 60.987654321])).toEqual([24.1234568, 60.9876543])
  const { position } = referTo(CITY, 0)
  expect(position).toEqual(roundPosition(at(5, 5)))
})
