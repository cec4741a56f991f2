import { array, assert, asyncProperty, integer, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCompass } from '../../../src/analytics/solar/horizon.ts'
import { joinSolids, sampleRoofs, type BuildingSolids } from '../../../src/analytics/solar/roof-samples.ts'
import {
  averageRoofs,
  findAffectedSamples,
  measureSamples,
  measureSamplesAgain,
  type RoofSunOptions,
} from '../../../src/analytics/solar/roof-sun.ts'
import { changeScene, createScene, listReachesOfChange } from '../../../src/analytics/solar/scene.ts'
import { sumYearOfSun } from '../../../src/analytics/solar/year-of-sun.ts'
import { anyBlock, solidsOf, type Block } from './scenes.ts'

const OPTIONS: RoofSunOptions = { azimuths: makeCompass(36), distanceMetres: 150 }
const YEAR = sumYearOfSun(24.75, 59.44, 36)

const townOf = (blocks: readonly Block[], parts: readonly Block[] = [], partBuildings: readonly number[] = []): BuildingSolids => ({
  outlines: solidsOf(blocks),
  parts: solidsOf(parts),
  partBuildings,
})
const areasOf = (blocks: readonly Block[]) => blocks.map(([, , width, depth]) => width * depth)

describe('points on roofs', () => {
  test('stand for the whole roof, more of them on a larger one, and as high as the part that they are on', () => {
    const blocks: Block[] = [
      [0, 0, 10, 10, 8],
      [50, 0, 60, 20, 15],
    ]
    const samples = sampleRoofs(townOf(blocks, [[50, 0, 20, 20, 40]], [1]), areasOf(blocks))
    const [first = 0, second = 0] = [samples.starts[1], samples.starts[2]]
    expect(first).toBe(4)
    expect(second - first).toBeGreaterThan(20)
    const sum = (from: number, to: number) => samples.areasSquareMetres.subarray(from, to).reduce((all, area) => all + area, 0)
    expect(sum(0, first)).toBeCloseTo(100, 9)
    expect(sum(first, second)).toBeCloseTo(1200, 9)
    for (let sample = first; sample < second; sample++) {
      expect(samples.points[sample * 3 + 2]).toBe((samples.points[sample * 3] as number) < 70 ? 40 : 15)
    }
  })

  test('of two solids joined are those of both', () => {
    const joined = joinSolids(townOf([[0, 0, 10, 10, 8]], [[2, 2, 3, 3, 20]], [0]))
    expect([...Array.from(joined.topsMetres)]).toEqual([8, 20])
    expect([...joined.geometry.featureStarts]).toEqual([0, 1, 2])
    expect([...joined.geometry.ringStarts]).toEqual([0, 5, 10])
    expect(joined.geometry.positions[10]).toBe(2)
  })
})

describe('sun on roofs', () => {
  test('alone is whole; a tower to the south takes more than one to the north', async () => {
    const roof: Block = [0, 0, 10, 10, 8]
    const shares = async (blocks: readonly Block[]) => {
      const samples = sampleRoofs(townOf([roof]), [100])
      return averageRoofs(samples, await measureSamples(createScene(solidsOf([roof, ...blocks])), samples, YEAR, OPTIONS))
    }
    const alone = await shares([])
    expect([alone.directShares[0], alone.skyShares[0]]).toEqual([1, 1])
    const south = await shares([[0, -40, 10, 10, 50]])
    const north = await shares([[0, 40, 10, 10, 50]])
    expect(south.skyShares[0]).toBeCloseTo(north.skyShares[0] as number, 9)
    expect(north.directShares[0]).toBe(1)
    expect(south.directShares[0]).toBeLessThan(0.95)
  })

  test('under a higher roof is none', async () => {
    const samples = sampleRoofs(townOf([[0, 0, 10, 10, 8]]), [100])
    const scene = createScene(
      solidsOf([
        [0, 0, 10, 10, 8],
        [-20, -20, 60, 60, 12],
      ]),
    )
    const sun = averageRoofs(samples, await measureSamples(scene, samples, YEAR, OPTIONS))
    expect([sun.directShares[0], sun.skyShares[0]]).toEqual([0, 0])
  })

  test('tells how far it is, and stops when told to', async () => {
    const blocks = Array.from({ length: 3000 }, (_, index): Block => [(index % 60) * 30, Math.floor(index / 60) * 30, 10, 10, 8])
    const samples = sampleRoofs(townOf(blocks), areasOf(blocks))
    const scene = createScene(solidsOf(blocks))
    const done: number[] = []
    await measureSamples(scene, samples, YEAR, OPTIONS, (share) => done.push(share) > 0)
    expect(done.length).toBeGreaterThan(1)
    expect(done.at(-1)).toBe(1)
    await expect(measureSamples(scene, samples, YEAR, OPTIONS, () => false)).rejects.toThrow('Cancelled')
  })

  test('measured again where a change reaches is what all measured anew is', async () => {
    await assert(
      asyncProperty(
        array(anyBlock, { minLength: 2, maxLength: 25 }),
        array(anyBlock, { maxLength: 4 }),
        uniqueArray(integer({ min: 0, max: 1 }), { maxLength: 2 }),
        async (blocks, added, removed) => {
          const samples = sampleRoofs(townOf(blocks), areasOf(blocks))
          const scene = createScene(solidsOf(blocks))
          const before = await measureSamples(scene, samples, YEAR, OPTIONS)
          const change = { added: added.length === 0 ? null : solidsOf(added), removed }
          const affected = findAffectedSamples(samples, listReachesOfChange(scene, change, OPTIONS.distanceMetres))
          const again = measureSamplesAgain(changeScene(scene, change), samples, YEAR, before, affected, OPTIONS)
          const left = blocks.filter((_, index) => !removed.includes(index))
          const anew = await measureSamples(createScene(solidsOf([...left, ...added])), samples, YEAR, OPTIONS)
          for (const shares of ['directShares', 'skyShares'] as const) {
            again[shares].forEach((share, sample) => expect(Math.abs(share - (anew[shares][sample] as number))).toBeLessThan(1e-9))
          }
        },
      ),
      { numRuns: 60, seed: 1 },
    )
  })

  test('a change far off, or of something low, affects nothing', () => {
    const samples = sampleRoofs(townOf([[0, 0, 10, 10, 8]]), [100])
    const scene = createScene(solidsOf([[0, 0, 10, 10, 8]]))
    const affectedBy = (block: Block) =>
      findAffectedSamples(samples, listReachesOfChange(scene, { added: solidsOf([block]), removed: [] }, 100)).length
    expect(affectedBy([50, 0, 10, 10, 30])).toBe(4)
    expect(affectedBy([50, 0, 10, 10, 8])).toBe(0)
    expect(affectedBy([500, 0, 10, 10, 30])).toBe(0)
  })

  test('a solid that is not there cannot be removed', () => {
    const scene = createScene(solidsOf([[0, 0, 10, 10, 8]]))
    expect(() => changeScene(scene, { added: null, removed: [1] })).toThrow('Expected the index of one of 1 solids to remove, found 1')
    expect(changeScene(createScene(solidsOf([])), { added: null, removed: [] }).layers).toHaveLength(1)
  })
})
