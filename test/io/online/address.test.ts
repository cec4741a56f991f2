import { describe, expect, test } from 'vitest'
import { readAddress, resolveOnHost, withParameters } from '../../../src/io/online/read-address.ts'
import { faultOf } from './collect.ts'

describe('a typed address', () => {
  test.each([
    ['https://data.example.org/wfs?x=1#top', 'https://data.example.org/wfs?x=1'],
    ['  data.example.org/collections/a ', 'https://data.example.org/collections/a'],
    ['http://localhost:8080/ows', 'http://localhost:8080/ows'],
    ['localhost:8080/ows', 'https://localhost:8080/ows'],
  ])('%s is read', (typed, href) => {
    expect(readAddress(typed).href).toBe(href)
  })

  test.each([
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:application/json,{}', 'scheme'],
    ['ftp://data.example.org', 'scheme'],
    ['blob:https://data.example.org/1', 'scheme'],
    ['JavaScript:alert(1)', 'scheme'],
    ['https://me:secret@data.example.org/wfs', 'credentials'],
    ['me:secret@data.example.org', 'scheme'],
    ['', 'address'],
    ['   ', 'address'],
    ['https://', 'address'],
    ['two words.example', 'address'],
    ['https://a\nb.example', 'address'],
    [`https://a.example/${'x'.repeat(2001)}`, 'address'],
  ])('%s is refused as %s', async (typed, code) => {
    const fault = await faultOf(() => readAddress(typed))
    expect(fault.code).toBe(code)
    expect(JSON.stringify(fault)).not.toContain('secret@')
  })
})

describe('the link of a next page', () => {
  const from = new URL('https://data.example.org/collections/a/items')
  test('may be relative, and http on the same host means https', () => {
    expect(resolveOnHost('?offset=10', from).href).toBe('https://data.example.org/collections/a/items?offset=10')
    expect(resolveOnHost('http://data.example.org/collections/a/items?offset=10', from).href).toBe(
      'https://data.example.org/collections/a/items?offset=10',
    )
  })
  test.each(['https://data.example.org:8443/x', 'https://other.example.org/x', 'file:///x', 'javascript:alert(1)', '//other.example.org'])(
    '%s leads elsewhere',
    async (link) => {
      expect((await faultOf(() => resolveOnHost(link, from))).code).toBe('redirect')
    },
  )
})

test('parameters are set once, whatever their case, and the others stay', () => {
  const url = withParameters(new URL('https://a.example/ows?SERVICE=wms&map=/x.map&Count=3'), { service: 'WFS', count: null })
  expect([...url.searchParams]).toEqual([
    ['map', '/x.map'],
    ['service', 'WFS'],
  ])
})
