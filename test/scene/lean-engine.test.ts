import { CreditDisplay, GroundPolylinePrimitive, GroundPrimitive, JulianDate, Resource, Transforms } from '@cesium/engine'
import { expect, test, vi } from 'vitest'
import { keepEngineLean } from '../../src/scene/lean-engine.ts'

test("the engine asks for no terrain heights, no tables of the earth's axis and no logo", async () => {
  const asked = vi.spyOn(Resource.prototype, 'fetchJson')
  keepEngineLean()
  await GroundPrimitive.initializeTerrainHeights()
  await GroundPolylinePrimitive.initializeTerrainHeights()
  const date = JulianDate.fromIso8601('2026-06-21T12:00:00Z')
  expect(Transforms.computeIcrfToCentralBodyFixedMatrix(date)).toEqual(Transforms.computeTemeToPseudoFixedMatrix(date))
  expect(CreditDisplay.cesiumCredit.html).not.toContain('<img')
  expect(asked).not.toHaveBeenCalled()
})
