import { delimiter } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

const searchPath = ['/opt/bin', '/usr/bin'].join(delimiter)
const present =
  (...programs: string[]) =>
  (program: string) =>
    programs.includes(program)

describe('findBrowser', () => {
  test('prefers Chromium, wherever on the path', () => {
    const works = present('/opt/bin/google-chrome', '/usr/bin/chromium')
    expect(findBrowser({ chosen: undefined, searchPath, works })).toBe('/usr/bin/chromium')
  })

  test('skips a program that only pretends', () => {
    const works = present('/usr/bin/microsoft-edge')
    expect(findBrowser({ chosen: '', searchPath, works })).toBe('/usr/bin/microsoft-edge')
  })

  test('takes the chosen one, and nothing else in its place', () => {
    const works = present('/opt/mine/chrome', '/usr/bin/chromium')
    expect(findBrowser({ chosen: '/opt/mine/chrome', searchPath, works })).toBe('/opt/mine/chrome')
    expect(() => findBrowser({ chosen: '/opt/mine/gone', searchPath, works })).toThrow('/opt/mine/gone')
  })

  test('finds nothing where there is nothing', () => {
    expect(findBrowser({ chosen: undefined, searchPath, works: () => false })).toBeNull()
  })
})
