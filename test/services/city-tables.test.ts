import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { openCityTables, type DataFiles } from '../../src/services/city-tables.ts'

const CITY_ID = CITY_IDS[0]

/** The project's own data; every piece that is asked for is noted. */
function openFiles(answer: 'piece' | 'whole' | 'failure' | 'short'): { readonly files: DataFiles; readonly asked: [string, number][] } {
  const asked: [string, number][] = []
  const read = (url: string): ArrayBuffer => {
    const bytes = readFileSync(url)
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  }
  const note = (url: string, bytes: ArrayBuffer): ArrayBuffer => {
    asked.push([url.split('/').at(-1) as string, bytes.byteLength])
    return bytes
  }
  return {
    asked,
    files: {
      dataUrl: 'data/',
      fetchBytes: async (url) => note(url, read(url)),
      fetchRange: async (url, first, last) => {
        if (answer === 'failure') throw new Error('416')
        const end = answer === 'short' ? last : last + 1
        return answer === 'whole'
          ? { bytes: note(url, read(url)), isWhole: true }
          : { bytes: note(url, read(url).slice(first, end)), isWhole: false }
      },
    },
  }
}

describe('buildings', () => {
  test.each(['piece', 'whole', 'failure', 'short'] as const)('are the same where a range is answered with a %s', async (answer) => {
    const { fetchRange: _none, ...plain } = openFiles('whole').files
    const whole = openCityTables(CITY_ID, plain)
    const ranged = openCityTables(CITY_ID, openFiles(answer).files)
    expect(await ranged.buildings()).toEqual(await whole.buildings())
    expect(await ranged.buildingTexts()).toEqual(await whole.buildingTexts())
  })

  test('are fetched without their outlines: a fifth of the file is enough to colour them', async () => {
    const { files, asked } = openFiles('piece')
    await openCityTables(CITY_ID, files).buildings()
    const bytes = asked.filter(([name]) => name === 'buildings.parquet').reduce((sum, [, length]) => sum + length, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThan(readFileSync(`data/${CITY_ID}/buildings.parquet`).length / 5)
  })

  test('are fetched once where the server sends them whole', async () => {
    const { files, asked } = openFiles('whole')
    await openCityTables(CITY_ID, files).buildings()
    expect(asked.filter(([name]) => name === 'buildings.parquet')).toHaveLength(1)
  })
})
