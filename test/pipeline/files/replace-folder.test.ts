import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { healFolder, isLeftover, replaceFolder } from '../../../src/pipeline/files/replace-folder.ts'
import { makeTemporaryFolder } from '../mini-city.ts'

function writeFolder(path: string, text: string): void {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'a.txt'), text)
}

describe('a folder', () => {
  test('is replaced whole, and what is half written is never under its name', async () => {
    const target = join(makeTemporaryFolder(), 'city')
    writeFolder(target, 'earlier')
    writeFileSync(join(target, 'b.txt'), 'of the earlier one')
    const result = await replaceFolder(target, async (folder) => {
      writeFileSync(join(folder, 'a.txt'), 'new')
      expect(readFileSync(join(target, 'a.txt'), 'utf8')).toBe('earlier')
      return 7
    })
    expect(result).toBe(7)
    expect(readdirSync(target)).toEqual(['a.txt'])
    expect(readdirSync(join(target, '..'))).toEqual(['city'])
  })

  test('stays where writing the new one fails', async () => {
    const target = join(makeTemporaryFolder(), 'city')
    writeFolder(target, 'earlier')
    await expect(
      replaceFolder(target, async (folder) => {
        writeFileSync(join(folder, 'a.txt'), 'half')
        throw new Error('no room left')
      }),
    ).rejects.toThrow('no room left')
    expect(readFileSync(join(target, 'a.txt'), 'utf8')).toBe('earlier')
    expect(readdirSync(join(target, '..'))).toEqual(['city'])
  })

  test.each(['city.old', 'city.old-12-3f'])('comes back from %s, where a run was killed between the two renames', async (name) => {
    const parent = makeTemporaryFolder()
    writeFolder(join(parent, name), 'earlier')
    writeFolder(join(parent, 'city.new'), 'half')
    writeFolder(join(parent, 'city.unfinished-12-3f'), 'half')
    await healFolder(join(parent, 'city'))
    expect(readdirSync(parent)).toEqual(['city'])
    expect(readFileSync(join(parent, 'city/a.txt'), 'utf8')).toBe('earlier')
  })

  test('that stands is not touched by what was moved aside; neighbours are not either', async () => {
    const parent = makeTemporaryFolder()
    for (const name of ['city', 'city.old', 'city.other', 'city-2.old', 'citycentre.new']) writeFolder(join(parent, name), name)
    await healFolder(join(parent, 'city'))
    expect(readdirSync(parent).sort()).toEqual(['city', 'city-2.old', 'city.other', 'citycentre.new'])
    expect(readFileSync(join(parent, 'city/a.txt'), 'utf8')).toBe('city')
    expect(existsSync(join(parent, 'city.lock'))).toBe(false)
  })

  test.each([
    ['helsinki.new', true],
    ['helsinki.old', true],
    ['helsinki.unfinished', true],
    ['dist.unfinished-12-ab34', true],
    ['a.lock', true],
    ['a.lock-takeover', true],
    ['helsinki', false],
    ['catalogue.json', false],
    ['newtown', false],
    ['old', false],
    ['a.old.json', false],
  ])('called %s is a leftover: %s', (name, expected) => {
    expect(isLeftover(name)).toBe(expected)
  })
})
