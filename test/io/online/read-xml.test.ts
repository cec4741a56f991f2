import { describe, expect, test } from 'vitest'
import { childText, findAll, readXml } from '../../../src/io/online/read-xml.ts'
import { fixture } from './fake-services.ts'

describe('XML', () => {
  test('is read with attributes, entities, CDATA and comments', () => {
    const root = readXml(
      '<?xml version="1.0"?><!-- a > b --><w:a xmlns:w="x" t=\'1 > 0\'><b>P&#228;rnu &amp; K&#xF5;rve</b><c/><b><![CDATA[<raw> & ]]></b></w:a>',
    )
    expect(root.name).toBe('a')
    expect(root.attributes['t']).toBe('1 > 0')
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', 'Pärnu & Kõrve'],
      ['c', ''],
      ['b', '<raw> &'],
    ])
  })

  test('finds what capabilities say', () => {
    const root = readXml(fixture('wfs-capabilities.xml'))
    expect(findAll(root, 'FeatureType').map((type) => childText(type, 'Name'))).toEqual(['city:spots', 'city:trees'])
    expect(findAll(root, 'Title')[0]?.text).toBe('Open data & maps')
  })

  test.each([
    ['entities of its own', fixture('entity-bomb.xml'), /no tag/],
    ['an end that closes another', '<a><b></a></b>', /closes nothing/],
    ['no end', '<a><b>', /ends inside/],
    ['two roots', '<a/><b/>', /ends inside/],
    ['a tag that never ends', '<a href="x', /no tag/],
    ['too many levels', '<a>'.repeat(200), /levels/],
    ['text behind', '<a/>more', /after the end/],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readXml(text)).toThrow(message)
  })

  test('of hostile names sets nothing', () => {
    const root = readXml('<a __proto__="x" constructor="y"/>')
    expect(root.attributes['__proto__']).toBe('x')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('of a megabyte that opens nothing is read in no time to speak of', () => {
    // A pattern that goes back over the text would need minutes.
    expect(() => readXml(`<a ${'b '.repeat(500_000)}`)).toThrow(/no tag/)
    expect(() => readXml(`<a>${'<!-- '.repeat(20_000)}`)).toThrow(/no tag/)
  })
})
