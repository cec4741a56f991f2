import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import type { OwnLayer } from '../../src/layers/own/own-layer.ts'
import { startSession } from '../../src/state/defaults.ts'
import type { OnlineEntry } from '../../src/state/online-entry.ts'
import {
  addOwnLayer,
  changeOnlineEntry,
  clearZoneFills,
  dismissFailedImport,
  addFailedImport,
  putOnlineEntry,
  removeOnlineEntry,
  removeOwnLayer,
  requestFlight,
  requestRetry,
  setMarked,
  setOwnLayerShown,
  setOwnPick,
  setZoneFills,
} from '../../src/state/session-transitions.ts'

const [first, second = first] = CITY_IDS
const ownLayer = (id: string) => ({ id, isShown: true }) as OwnLayer
const entry = (id: string, features = 0) => ({ request: { id }, features }) as OnlineEntry

test('every flight has a new sequence', () => {
  const once = requestFlight(startSession(), first, { kind: 'home' })
  const twice = requestFlight(once, first, { kind: 'home' })
  expect(twice.flight?.sequence).not.toBe(once.flight?.sequence)
})

test('a retry is of one city only', () => {
  const session = requestRetry(startSession(), second)
  expect([session.retries[first], session.retries[second]]).toEqual([0, 1])
})

test('what is marked is marked in one city, and unmarked everywhere', () => {
  const outlineDegrees = Float64Array.of(24, 60)
  const marked = setMarked(startSession(), { cityId: second, buildingIndex: 7, outlineDegrees })
  expect([marked.highlight[first], marked.highlight[second], marked.outline[first], marked.outline[second]]).toEqual([
    null,
    7,
    null,
    outlineDegrees,
  ])
  expect(Object.values(setMarked(marked, null).highlight)).toEqual(CITY_IDS.map(() => null))
})

test('zones of a view that closes do not take away those of the one that opened', () => {
  const [before, after] = [{}, {}]
  const session = setZoneFills(setZoneFills(startSession(), before), after)
  expect(clearZoneFills(session, before)).toBe(session)
  expect(clearZoneFills(session, after).zoneFills).toEqual({})
})

describe('own layers', () => {
  const session = setOwnPick(addOwnLayer(addOwnLayer(startSession(), ownLayer('a')), ownLayer('b')), { layerId: 'a', row: 3 })
  test('the later lies over the earlier; one is hidden, and the others stay', () => {
    expect(setOwnLayerShown(session, 'a', false).ownLayers).toEqual([
      { id: 'a', isShown: false },
      { id: 'b', isShown: true },
    ])
  })
  test('one that goes takes what was picked of it along, and of no other', () => {
    expect(removeOwnLayer(session, 'a')).toMatchObject({ ownLayers: [{ id: 'b' }], ownPick: null })
    expect(removeOwnLayer(session, 'b').ownPick).toEqual({ layerId: 'a', row: 3 })
    expect(removeOwnLayer(session, 'c')).toBe(session)
  })
})

test('a failed import is dismissed by its place', () => {
  const failed = ['x', 'y', 'x'].reduce((session, fileName) => addFailedImport(session, { fileName, issues: [] }), startSession())
  expect(dismissFailedImport(failed, 0).failedImports.map(({ fileName }) => fileName)).toEqual(['y', 'x'])
})

test('a service that is switched on again stands last, once; one that is gone is not changed back', () => {
  const session = putOnlineEntry(putOnlineEntry(putOnlineEntry(startSession(), entry('a')), entry('b')), entry('a', 5))
  expect(session.online).toEqual([entry('b'), entry('a', 5)])
  const gone = removeOnlineEntry(session, 'a')
  expect(changeOnlineEntry(gone, 'a', () => entry('a', 9)).online).toEqual([entry('b')])
})
