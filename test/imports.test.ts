import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../src/cities/index.ts'
import { checkMirror } from './house/check-mirror.ts'
import { checkRooms, findCycles } from './house/check-rooms.ts'
import { listFiles, readText } from './house/list-files.ts'
import { readModule } from './house/read-module.ts'
import { MOST_FILES, ROOMS } from './house/rooms.ts'

const readModules = (folder: string) =>
  listFiles(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readModule(path, readText(path)))
const modules = readModules('src')

describe('the house', () => {
  test('keeps to its rooms', () => {
    expect(modules.length).toBeGreaterThan(20)
    expect(checkRooms(modules, CITY_IDS)).toEqual([])
  })

  test('has every room of its table, and no folder is crowded', () => {
    const folders = Map.groupBy(modules, ({ path }) => path.slice(0, path.lastIndexOf('/')))
    const rooms = new Set(modules.map(({ path }) => path.split('/')[1]))
    expect(Object.keys(ROOMS).filter((room) => !rooms.has(room))).toEqual([])
    expect([...folders].filter(([, files]) => files.length > MOST_FILES).map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([])
  })

  test('has no import cycles', () => {
    expect(findCycles(modules).map((cycle) => cycle.join(' → '))).toEqual([])
  })

  test('is mirrored by its tests', () => {
    expect(checkMirror(readModules('test'), listFiles('src'))).toEqual([])
  })

  test('tests and configuration keep to the length too', () => {
    const long = listFiles('test')
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path, lines: readText(path).split('\n').length }))
      .filter(({ lines }) => lines > 500)
    expect(long).toEqual([])
  })

  test('the table itself has no cycles', () => {
    const table = Object.entries(ROOMS).map(([room, targets]) =>
      readModule(`src/${room}/room.ts`, targets.map((target) => `import '../${target}/room.ts'`).join('\n')),
    )
    expect(findCycles(table)).toEqual([])
  })
})

/** A small house with one more file, checked: what the checks say of that file. */
function checkSample(path: string, source: string): string[] {
  const neighbours = ['src/geo/crs.ts', 'src/cities/index.ts', 'src/layers/types.ts', 'src/scene/scene.ts', 'src/workers/data-worker.ts']
  return checkRooms([...neighbours.map((name) => readModule(name, '')), readModule(path, source)], ['atlantis'])
}

describe('the checks notice', () => {
  test.each([
    ['a room that may not be entered', 'src/geo/a.ts', `import { x } from '../cities/index.ts'`, /geo may not import cities/],
    ['a type from a closed room', 'src/geo/a.ts', `import type { X } from '../cities/index.ts'`, /geo may not import cities/],
    ['an inline type import', 'src/geo/a.ts', `export type X = import('../cities/index.ts').City`, /geo may not import cities/],
    ['a dynamic import', 'src/ui/a.ts', `await import('../scene/scene.ts')`, /ui may not import scene/],
    ['a re-export', 'src/ui/a.ts', `export * from '../scene/scene.ts'`, /ui may not import scene/],
    ['a worker by URL', 'src/io/a.ts', `new Worker(new URL('../workers/data-worker.ts', import.meta.url))`, /io may not import workers/],
    ['a value where only types may come', 'src/basemap/a.ts', `import { x } from '../layers/types.ts'`, /only types from layers/],
    ['cesium outside the scene', 'src/layers/a.ts', `import { Cartesian3 } from 'cesium'`, /layers may not import cesium/],
    ['the engine outside the scene', 'src/ui/a.ts', `import type { Scene } from '@cesium/engine'`, /ui may not import @cesium\/engine/],
    ['resium outside the scene', 'src/ui/a.tsx', `import { Viewer } from 'resium'`, /ui may not import resium/],
    ['React outside the interface', 'src/state/a.ts', `import { useState } from 'react'`, /state may not import react/],
    ['a sub-path of React', 'src/state/a.ts', `import { createRoot } from 'react-dom/client'`, /state may not import react-dom\/client/],
    ['Node outside the pipeline', 'src/io/a.ts', `import { readFile } from 'node:fs/promises'`, /io may not import node:fs/],
    ['loaders.gl outside io', 'src/layers/a.ts', `import { CSVLoader } from '@loaders.gl/csv'`, /layers may not import @loaders.gl/],
    ['fetch outside io', 'src/ui/a.ts', `export const read = () => fetch('x')`, /ui may not call fetch/],
    ['a default export', 'src/geo/a.ts', `export default function () {}`, /default export/],
    ['a renamed default export', 'src/geo/a.ts', `const a = 1; export { a as default }`, /default export/],
    ['an import without its ending', 'src/geo/a.ts', `import { x } from './crs'`, /needs a file ending/],
    ['an import that leads nowhere', 'src/geo/a.ts', `import { x } from './gone.ts'`, /leads to no file/],
    ['a city in a string', 'src/layers/a.ts', `export const url = 'data/atlantis/x'`, /names a city/],
    ['a city in a template', 'src/layers/a.ts', 'export const url = `data/Atlantis/${1}`', /names a city/],
    ['a city in a name', 'src/layers/a.ts', `export const atlantisOnly = 1`, /names a city/],
    ['a city in JSX', 'src/ui/a.tsx', `export const a = <p>Welcome to Atlantis</p>`, /names a city/],
    ['a file that is too long', 'src/geo/a.ts', 'export {}\n'.repeat(501), /501 lines/],
    ['a name that is not kebab-case', 'src/geo/myFile.ts', `export {}`, /kebab-case/],
    ['a folder that is not a room', 'src/helpers/a.ts', `export {}`, /not a room/],
    ['a file outside the rooms', 'src/a.ts', `export {}`, /not a room/],
  ])('%s', (_, path, source, expected) => {
    const breaches = checkSample(path, source)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toMatch(expected)
  })

  test.each([
    ['what a room may import', 'src/layers/a.ts', `import { x } from '../geo/crs.ts'; import type { Y } from './types.ts'`],
    ['types where only types may come', 'src/basemap/a.ts', `import type { X } from '../layers/types.ts'`],
    ['cesium in the scene', 'src/scene/a.tsx', `import { Viewer } from 'resium'; import { useRef } from 'react'; import 'cesium'`],
    ['a package whose name only begins alike', 'src/geo/a.ts', `import 'react-nothing'; import 'vitest'`],
    ['a city in a comment', 'src/layers/a.ts', `// as in Atlantis\nexport {}`],
    [
      "a source that bears a city's name",
      'src/layers/a.ts',
      `export const source = 'Heat intensities of the Atlas of Atlantis, 2018 edition, as printed'`,
    ],
    ['a city among the cities', 'src/cities/a.ts', `export const atlantis = { id: 'atlantis' }`],
    ['a city in its own pipeline step', 'src/pipeline/atlantis/a.ts', `export const file = 'atlantis.csv'`],
    ['a file of exactly the most lines', 'src/geo/a.ts', 'export {}\n'.repeat(500)],
  ])('and let pass %s', (_, path, source) => {
    expect(checkSample(path, source)).toEqual([])
  })

  test.each([
    [
      'of the same name elsewhere',
      'test/geo/tile.test.ts',
      `import { x } from '../../src/geo/deep/tile.ts'`,
      ['test/geo/tile.test.ts: tests src/geo/deep/tile.ts, so it belongs in test/geo/deep'],
    ],
    [
      'in a folder that is not mirrored',
      'test/geo/shallow/a.test.ts',
      '',
      ['test/geo/shallow/a.test.ts: expected a folder that src/ has too, and there is no src/geo/shallow'],
    ],
    ['beside its module', 'test/geo/deep/tile.test.ts', `import { x } from '../../../src/geo/deep/tile.ts'`, []],
    ['of several modules', 'test/geo/tiles.test.ts', `import { x } from '../../src/geo/deep/tile.ts'`, []],
    ['in the browser', 'test/e2e/tile.test.ts', `import { x } from '../../src/geo/deep/tile.ts'`, []],
  ])('where a test stands: %s', (_, path, source, expected) => {
    expect(checkMirror([readModule(path, source)], ['src/geo/deep/tile.ts'])).toEqual(expected)
  })

  test('a cycle of values, not of types', () => {
    const cycle = findCycles([
      readModule('src/geo/a.ts', `import './b.ts'`),
      readModule('src/geo/b.ts', `import { C } from './c.ts'; import type { E } from './e.ts'`),
      readModule('src/geo/c.ts', `import './a.ts'; import './d.ts'`),
      readModule('src/geo/d.ts', ''),
      readModule('src/geo/e.ts', `import './b.ts'`),
    ])
    expect(cycle).toEqual([['src/geo/a.ts', 'src/geo/b.ts', 'src/geo/c.ts', 'src/geo/a.ts']])
  })
})
