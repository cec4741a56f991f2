import { expect, test } from 'vitest'
import { listFiles, readText } from '../house/list-files.ts'

/** Attributes whose text a reader sees or hears. */
const SPOKEN_ATTRIBUTES = /\b(aria-label|label|hint|placeholder|title|alt|aria-valuetext)="([^"]*\p{L}[^"]*)"/gu
/** Words between tags, outside of braces. */
const TEXT_BETWEEN_TAGS = /<\/?[\w.]+[^<>{}]*>\s*([^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*)\s*<\//gu

function findTexts(source: string): string[] {
  return [
    ...[...source.matchAll(SPOKEN_ATTRIBUTES)].map((match) => match[2] as string),
    ...[...source.matchAll(TEXT_BETWEEN_TAGS)].map((match) => (match[1] as string).trim()),
  ]
}

test('finds text in an attribute and between tags', () => {
  expect(findTexts('<IconButton label="Close" />')).toEqual(['Close'])
  expect(findTexts('<p className="quiet">Nothing here</p>')).toEqual(['Nothing here'])
  expect(findTexts("<p>{text('app.close')}</p>")).toEqual([])
})

test('no component holds a text of its own: all are messages', () => {
  const components = listFiles('src/ui').filter((path) => path.endsWith('.tsx'))
  expect(components.length).toBeGreaterThan(20)
  const found = components.flatMap((path) => findTexts(readText(path)).map((text) => `${path}: ${text}`))
  expect(found).toEqual([])
})
