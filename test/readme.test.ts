import { expect, test } from 'vitest'
import { CITIES } from '../src/cities/index.ts'
import type { Manifest } from '../src/schema/datasets.ts'
import { readText } from './house/list-files.ts'

const readme = readText('README.md')
const manifests = CITIES.map(({ id }) => JSON.parse(readText(`data/${id}/manifest.json`)) as Manifest)
const grouped = (count: number): string => count.toLocaleString('en')

/** The cells of a row of a table, by its first cell. */
function cellsOf(firstCell: string): readonly string[] {
  const row = readme.split('\n').find((line) => line.startsWith(`| ${firstCell} |`))
  expect(row, `the README has a row "${firstCell}"`).toBeDefined()
  return (row ?? '')
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim())
}

// Figures that rebuilt data may move, and that nobody would think of here.
test.each([
  ['buildings', ['buildings']],
  ['building parts', ['building_parts']],
  ['sun on roofs', ['roof_sun']],
  ['transit stops and lines', ['transit_stops', 'transit_lines']],
  ['amenities and where they are known', ['amenities']],
  ['population grid', ['population_grid']],
] as const)('the rows of %s are those of the manifests', (row, sets) => {
  const cells = cellsOf(row)
  expect(cells).toHaveLength(manifests.length)
  manifests.forEach(({ files }, city) => {
    const said = /^\d[\d,]*\d(?: and \d[\d,]*\d)*|^\d+/.exec(cells[city] ?? '')?.[0]
    expect(said).toBe(sets.map((set) => grouped(files[set]?.rows ?? Number.NaN)).join(' and '))
  })
})

test('the errors of estimated heights are those of the manifests', () => {
  const text = readme.replaceAll(/\s+/g, ' ')
  const of = (name: string, digits: number) => manifests.map(({ quality }) => (quality[name] ?? Number.NaN).toFixed(digits))
  const [meanFirst = '', meanSecond = ''] = of('height_estimate_mean_absolute_error_m', 1)
  expect(text.includes(`errs by ${meanFirst} m and ${meanSecond} m in the mean`)).toBe(true)
  const [held = 0, heldSecond = 0] = manifests.map(({ quality }) => quality['height_estimate_held_back_count'] ?? Number.NaN)
  expect(text.includes(`(${grouped(held)} in ${CITIES[0].names.en}, ${grouped(heldSecond)} in ${CITIES[1]?.names.en ?? ''})`)).toBe(true)
})
