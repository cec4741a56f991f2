import { describe, expect, it } from 'vitest'
import { CITIES } from '../../../src/cities/index.ts'
import { lightCity, mixColours } from '../../../src/scene/look/lighting.ts'
import { SCENE_THEMES } from '../../../src/scene/look/scene-theme.ts'

const NOON = 12 * 60

describe.each(CITIES)('light in $id', (city) => {
  const light = (date: string, minutes: number, followsSun = true) => lightCity(city, SCENE_THEMES.light, date, minutes, followsSun)

  it('comes from the south at a winter noon, low, and casts shadows', () => {
    const lighting = light('2025-12-21', NOON + 20)
    const [east, north, up] = lighting.directionEastNorthUp
    expect(lighting.casts).toBe(true)
    expect(north).toBeLessThan(-0.98)
    expect(Math.abs(east)).toBeLessThan(0.02)
    // 6.4° in the one city, 7.1° in the other.
    expect(Math.asin(up) * (180 / Math.PI)).toBeGreaterThan(6.2)
    expect(Math.asin(up) * (180 / Math.PI)).toBeLessThan(7.3)
  })

  it('is readable at night and casts nothing', () => {
    const night = light('2025-12-21', 0)
    expect(night.casts).toBe(false)
    for (const channel of night.tint) expect(channel).toBeGreaterThan(0.4)
    expect(night.groundNight.share).toBeGreaterThan(0.3)
    expect(night.groundNight.share).toBeLessThan(0.7)
  })

  it('shows colours as they are when it does not follow the sun, whatever the hour', () => {
    const { instant: _midnight, ...atNight } = light('2025-12-21', 0, false)
    const { instant: _noon, ...atNoon } = light('2025-06-21', NOON, false)
    expect(atNight).toEqual(atNoon)
    expect(atNoon.tint).toEqual([1, 1, 1])
    expect(atNoon.shade[2]).toBe(1)
  })

  it('has directions of length 1 through a whole day', () => {
    for (let minutes = 0; minutes < 1440; minutes += 30) {
      expect(Math.hypot(...light('2025-03-20', minutes).directionEastNorthUp)).toBeCloseTo(1, 9)
    }
  })
})

describe('mixColours', () => {
  it('goes from the first to the second', () => {
    expect(mixColours('#000000', '#ffffff', 0)).toBe('#000000')
    expect(mixColours('#000000', '#ff8000', 0.5)).toBe('#804000')
    expect(mixColours('#123456', '#abcdef', 1)).toBe('#abcdef')
  })
})
