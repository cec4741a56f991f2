import { expect, test } from 'vitest'
import * as change from '../../../src/scenario/change/change-scenario.ts'
import { copyEdit, createId, duplicateScenario, emptyScenario, isEmpty } from '../../../src/scenario/change/create-scenario.ts'
import type { AddStop, Remark } from '../../../src/scenario/types.ts'
import { scenarioOf } from '../sample.ts'

const stop = (id: string, departuresPerDay = 10): AddStop => ({
  kind: 'add-stop',
  id,
  cityId: 'north',
  position: [25, 60.2],
  departuresPerDay,
})
const remark = (id: string, editId: string): Remark => ({ id, text: 'why', at: { editId } })
const ids = (scenario: { readonly edits: readonly { readonly id: string }[] }) => scenario.edits.map(({ id }) => id).join('')

const THREE = scenarioOf([stop('a'), stop('b'), stop('c')], { remarks: [remark('1', 'a'), remark('2', 'b')] })

test('edits are added, replaced, moved and removed, and the scenario before stays as it was', () => {
  const before = structuredClone(THREE)
  expect(ids(change.addEdit(THREE, stop('d')))).toBe('abcd')
  expect(ids(change.addEdit(THREE, stop('d'), 1))).toBe('adbc')
  expect(() => change.addEdit(THREE, stop('a'))).toThrow('new id')
  expect(change.replaceEdit(THREE, stop('b', 99)).edits[1]).toEqual(stop('b', 99))
  expect(['a', 'b', 'c'].map((id) => ids(change.moveEdit(THREE, id, 2)))).toEqual(['bca', 'acb', 'abc'])
  expect(ids(change.moveEdit(THREE, 'c', -5))).toBe('cab')
  const removed = change.removeEdit(THREE, 'b')
  expect(ids(removed)).toBe('ac')
  expect(removed.remarks).toEqual([remark('1', 'a')])
  expect(THREE).toEqual(before)
})

test('where nothing changes, the same scenario comes back', () => {
  const [first] = THREE.edits
  expect(change.replaceEdit(THREE, first as AddStop)).toBe(THREE)
  expect(change.replaceEdit(THREE, stop('x'))).toBe(THREE)
  expect(change.removeEdit(THREE, 'x')).toBe(THREE)
  expect(change.moveEdit(THREE, 'a', 0)).toBe(THREE)
  expect(change.renameScenario(THREE, THREE.name)).toBe(THREE)
  expect(change.setAssumption(THREE, 'toString', null)).toBe(THREE)
  expect(change.removeRemark(THREE, 'x')).toBe(THREE)
  expect(change.setBuilding(THREE, 'a', { id: 'h', position: [25, 60.2], footprintSquareMetres: 1 })).toBe(THREE)
})

test('assumptions and remarks', () => {
  const stated = change.setAssumption(THREE, 'persons', 2)
  expect(stated.assumptions).toEqual({ persons: 2 })
  expect(change.setAssumption(stated, 'persons', null).assumptions).toEqual({})
  const noted = change.addRemark(THREE, remark('3', 'c'))
  expect(noted.remarks).toHaveLength(3)
  expect(() => change.addRemark(noted, remark('3', 'c'))).toThrow('new id')
  expect(change.replaceRemark(noted, remark('3', 'a')).remarks[2]).toEqual(remark('3', 'a'))
  expect(change.removeRemark(noted, '3').remarks).toEqual(THREE.remarks)
})

test('a stale reference is pointed to the building that was chosen', () => {
  const building = { id: 'old', position: [25, 60.2], footprintSquareMetres: 100 } as const
  const scenario = scenarioOf([{ kind: 'remove-building', id: 'r', cityId: 'north', building }])
  expect(change.setBuilding(scenario, 'r', { ...building, id: 'new' }).edits[0]).toMatchObject({ building: { id: 'new' } })
})

test('a new scenario is empty, and a duplicate differs in id, name and date alone', () => {
  const now = new Date('2026-06-01T10:00:00Z')
  const empty = emptyScenario('New', now)
  expect(isEmpty(empty)).toBe(true)
  expect(empty).toMatchObject({ name: 'New', changedAt: '2026-06-01T10:00:00.000Z' })
  expect(isEmpty(THREE)).toBe(false)
  const copy = duplicateScenario(THREE, 'Copy', now)
  expect(copy.edits).toBe(THREE.edits)
  expect(copy.id).not.toBe(THREE.id)
  expect(change.stampScenario(THREE, now).changedAt).toBe(copy.changedAt)
  expect(createId()).toMatch(/^[a-z2-7]{20}$/)
  expect(copyEdit(stop('a'), 'z')).toEqual(stop('z'))
})
