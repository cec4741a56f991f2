import { describe, expect, test, vi } from 'vitest'
import {
  formatClock,
  formatDataMessage,
  formatList,
  formatMessage,
  formatNumber,
  formatPlural,
  formatShare,
} from '../../../src/ui/messages/format.ts'

/** All kinds of spaces that CLDR groups with, as a plain one. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formatNumber', () => {
  test.each([
    ['en', '1,234.5'],
    ['fi', '1 234,5'],
    ['et', '1 234,5'],
    ['sv', '1 234,5'],
  ] as const)('writes 1234.5 in %s as %s', (language, expected) => {
    expect(plain(formatNumber(language, 1234.5, 1))).toBe(expected)
  })
  test.each([
    [1234.56, '1,235'],
    [12.345, '12.3'],
    [1.234, '1.23'],
    [5, '5'],
    [0, '0'],
    [0.004, '0'],
    [-12.34, '−12.3'],
    [100, '100'],
  ])('without decimals writes %d as %s', (value, expected) => {
    expect(formatNumber('en', value)).toBe(expected)
  })
})

describe('formatShare', () => {
  test.each([
    [0, '0%'],
    [1, '100%'],
    [0.231, '23%'],
    [0.0001, '<\u202f1%'],
    [0.9999, '>\u202f99%'],
  ])('writes %d as %s', (share, expected) => {
    expect(formatShare('en', share)).toBe(expected)
  })
  test('sets a space before the sign where the language does', () => {
    expect(plain(formatShare('fi', 0.5))).toBe('50 %')
  })
})

describe('formatMessage', () => {
  test('fills placeholders, numbers in the way of the language', () => {
    expect(plain(formatMessage('fi', 'search.results.other', { count: 53211 }))).toBe('53 211 tulosta')
  })
  test('reports a placeholder without a value, and never shows its braces', () => {
    expect(() => formatMessage('en', 'view.label')).toThrow('"view.label" was given no value for its {city}')
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(formatMessage('en', 'view.label')).toBe('View of –')
    expect(report).toHaveBeenCalledOnce()
    report.mockRestore()
  })
  test('does not take placeholders out of values', () => {
    expect(formatMessage('en', 'search.empty', { query: '{query}' })).toBe('Nothing found for “{query}”')
  })
  test('shows a key of data that has no text as it is', () => {
    expect(formatDataMessage('en', 'no.such.key')).toBe('no.such.key')
    expect(formatDataMessage('en', 'constructor')).toBe('constructor')
    expect(formatDataMessage('sv', 'use.office')).toBe('Kontor')
  })
})

test('formatPlural follows the rules of the language', () => {
  expect(formatPlural('et', 'search.results', 1)).toBe('1 tulemus')
  expect(formatPlural('et', 'search.results', 2)).toBe('2 tulemust')
  expect(formatPlural('en', 'search.results', 0)).toBe('0 results')
})

test('formatClock writes 24 hours', () => {
  expect([0, 65, 900, 1439].map(formatClock)).toEqual(['00:00', '01:05', '15:00', '23:59'])
})

test('formatList joins as the language does', () => {
  expect(formatList('fi', ['a', 'b'])).toBe('a ja b')
  expect(formatList('sv', ['a', 'b'])).toBe('a och b')
})
