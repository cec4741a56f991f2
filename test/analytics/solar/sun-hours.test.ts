import { describe, expect, test } from 'vitest'
import { createScene } from '../../../src/analytics/solar/scene.ts'
import { listSunSteps, measureSunHours } from '../../../src/analytics/solar/sun-hours.ts'
import { sunPosition } from '../../../src/geo/sun.ts'
import { solidsOf, type Block } from './scenes.ts'

const PLACE = [24.9384, 60.1699] as const
const dayOf = (date: string, minutes = 5) =>
  listSunSteps(PLACE, new Date(`${date}T00:00:00Z`), new Date(new Date(`${date}T00:00:00Z`).getTime() + 86_400_000), minutes)
const hoursOn = async (blocks: readonly Block[], date: string, facing: readonly [number, number] | null = null) =>
  (
    await measureSunHours(
      createScene(solidsOf(blocks)),
      { places: Float64Array.of(0, 0, 1.5), facings: facing === null ? null : Float64Array.from(facing) },
      dayOf(date),
    )
  )[0] as number

describe('hours of sun', () => {
  test.each([
    ['2025-06-21', 23.44],
    ['2025-12-21', -23.44],
    ['2025-03-20', 0],
  ])('on a plain on %s are those between the horizons, 2 acos(-tan φ tan δ) / 15°', async (date, declination) => {
    const radians = Math.PI / 180
    const half = Math.acos(-Math.tan(PLACE[1] * radians) * Math.tan(declination * radians)) / radians
    expect(Math.abs((await hoursOn([], date)) - (2 * half) / 15)).toBeLessThan(0.15)
  })

  test('behind an endless wall to the south are those with the sun over its edge or behind the point', async () => {
    // 10 m over the point, 12 m to the south: the sun is over the edge where tan(altitude) / cos(azimuth - 180°) > 10 / 12.
    const wall: Block = [-20_000, -22, 40_000, 10, 11.5]
    let expected = 0
    for (let minute = 2.5; minute < 1440; minute += 5) {
      const sun = sunPosition(...PLACE, new Date(Date.UTC(2025, 3, 1) + minute * 60_000))
      const altitude = (sun.altitudeDegrees * Math.PI) / 180
      const fromSouth = Math.cos(((sun.azimuthDegrees - 180) * Math.PI) / 180)
      if (altitude > 0 && (fromSouth <= 0 || Math.tan(altitude) / fromSouth > 10 / 12)) expected += 5 / 60
    }
    const hours = await hoursOn([wall], '2025-04-01')
    expect(Math.abs(hours - expected)).toBeLessThan(0.17)
    expect(hours).toBeLessThan((await hoursOn([], '2025-04-01')) - 2)
  })

  test('of a wall are those with the sun before it: north and south share the day', async () => {
    const [north, south] = [await hoursOn([], '2025-06-21', [0, 1]), await hoursOn([], '2025-06-21', [0, -1])]
    expect(north + south).toBeCloseTo(await hoursOn([], '2025-06-21'), 9)
    expect(await hoursOn([], '2025-12-21', [0, 1])).toBe(0)
  })

  test('under a roof are none', async () => {
    expect(await hoursOn([[-5, -5, 10, 10, 4]], '2025-06-21')).toBe(0)
  })

  test('tell how far they are, and stop when told to', async () => {
    const points = { places: new Float64Array(3 * 1200), facings: null }
    const shares: number[] = []
    await measureSunHours(createScene(solidsOf([])), points, dayOf('2025-03-20', 30), (share) => shares.push(share) > 0)
    expect(shares).toEqual([500 / 1200, 1000 / 1200, 1])
    await expect(measureSunHours(createScene(solidsOf([])), points, [], () => false)).rejects.toThrow('Cancelled')
  })

  test('steps of nothing are refused', () => {
    expect(() => dayOf('2025-03-20', 0)).toThrow('Expected steps of more than 0 minutes, found 0')
  })
})
