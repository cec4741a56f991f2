import { describe, expect, it } from 'vitest'
import { instantOfLocalTime } from '../../src/geo/local-time.ts'

const at = (date: string, minutes: number, zone: string) => instantOfLocalTime(date, minutes, zone).toISOString()

describe('instantOfLocalTime', () => {
  it('takes winter and summer time of the zone', () => {
    expect(at('2025-12-21', 12 * 60, 'Europe/Helsinki')).toBe('2025-12-21T10:00:00.000Z')
    expect(at('2025-06-21', 12 * 60, 'Europe/Tallinn')).toBe('2025-06-21T09:00:00.000Z')
  })

  it('changes in the middle of the night of the spring change', () => {
    // 2025-03-30: 03:00 becomes 04:00 at 01:00 UTC.
    expect(at('2025-03-30', 2 * 60 + 59, 'Europe/Helsinki')).toBe('2025-03-30T00:59:00.000Z')
    expect(at('2025-03-30', 4 * 60, 'Europe/Helsinki')).toBe('2025-03-30T01:00:00.000Z')
  })

  it('moves a local time that does not exist past the change', () => {
    expect(at('2025-03-30', 3 * 60 + 30, 'Europe/Helsinki')).toBe('2025-03-30T01:30:00.000Z')
  })

  it('takes the first of a local time that comes twice', () => {
    // 2025-10-26: 04:00 becomes 03:00 at 01:00 UTC.
    expect(at('2025-10-26', 3 * 60 + 30, 'Europe/Helsinki')).toBe('2025-10-26T00:30:00.000Z')
    expect(at('2025-10-26', 4 * 60, 'Europe/Helsinki')).toBe('2025-10-26T02:00:00.000Z')
  })

  it('follows a zone with another change and half hours', () => {
    expect(at('2025-07-01', 0, 'Asia/Kolkata')).toBe('2025-06-30T18:30:00.000Z')
    expect(at('2025-03-15', 720, 'America/New_York')).toBe('2025-03-15T16:00:00.000Z')
  })

  it('refuses what is not a date or a zone', () => {
    expect(() => at('yesterday', 0, 'Europe/Helsinki')).toThrow(/YYYY-MM-DD/)
    expect(() => at('2025-01-01', 0, 'Europe/Atlantis')).toThrow(RangeError)
  })
})
