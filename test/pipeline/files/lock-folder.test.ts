import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withLock } from '../../../src/pipeline/files/lock-folder.ts'
import { makeTemporaryFolder } from '../mini-city.ts'
import { NODE } from '../node-binary.ts'

/** The number of a process that has run and ended. */
function endedProcess(): number {
  return spawnSync(NODE, ['-e', '0']).pid
}

function writeLock(folder: string, owner: object): void {
  writeFileSync(`${folder}.lock`, JSON.stringify(owner))
}

describe('a lock', () => {
  test('lets one in after the other, and is gone afterwards', async () => {
    const folder = join(makeTemporaryFolder(), 'city')
    const steps: string[] = []
    const said: string[] = []
    const work = (name: string) =>
      withLock(
        folder,
        async () => {
          steps.push(`${name} in`)
          await new Promise((resolve) => setTimeout(resolve, 20))
          steps.push(`${name} out`)
        },
        (sentence) => said.push(sentence),
      )
    await Promise.all(['a', 'b', 'c'].map(work))
    expect(steps).toHaveLength(6)
    for (let index = 0; index < 6; index += 2) expect(steps[index]?.replace('in', 'out')).toBe(steps[index + 1])
    expect(said[0]).toBe(`Process ${process.pid} is at work on ${folder} (${folder}.lock says so); waiting for it to end.`)
    expect(readdirSync(join(folder, '..'))).toEqual([])
  })

  test('is let go where the work fails', async () => {
    const folder = join(makeTemporaryFolder(), 'city')
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(folder, async () => 'again')).toBe('again')
  })

  test.each<[string, (folder: string) => void]>([
    ['of a process that has ended', (folder) => writeLock(folder, { pid: endedProcess(), host: hostname(), started: null, token: 'x' })],
    [
      'of an earlier process with the number of this one',
      (folder) => writeLock(folder, { pid: process.pid, host: hostname(), started: null, token: 'x' }),
    ],
    ['that is damaged', (folder) => writeFileSync(`${folder}.lock`, '{"pid":')],
    [
      'of another machine that has not touched it for an hour',
      (folder) => {
        writeLock(folder, { pid: 1, host: 'elsewhere.example', started: null, token: 'x' })
        utimesSync(`${folder}.lock`, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000))
      },
    ],
  ])('%s is taken over', async (_, prepare) => {
    const folder = join(makeTemporaryFolder(), 'city')
    prepare(folder)
    expect(await withLock(folder, async () => JSON.parse(readFileSync(`${folder}.lock`, 'utf8')) as object)).toMatchObject({
      pid: process.pid,
    })
    expect(existsSync(`${folder}.lock`)).toBe(false)
  })

  test.each<[string, () => object]>([
    ['of a process that runs', () => ({ pid: process.ppid, host: hostname(), started: startOf(process.ppid), token: 'x' })],
    ['of another machine that has just touched it', () => ({ pid: 1, host: 'elsewhere.example', started: null, token: 'x' })],
  ])('%s is waited for', async (_, owner) => {
    const folder = join(makeTemporaryFolder(), 'city')
    writeLock(folder, owner())
    let isIn = false
    const waited = new Promise<void>((resolve) => {
      withLock(
        folder,
        async () => {
          isIn = true
        },
        () => resolve(),
      ).then(
        () => undefined,
        () => undefined,
      )
    })
    await waited
    expect(isIn).toBe(false)
    // Let go by its owner, as far as anybody can see: then the one that waits gets in.
    writeFileSync(`${folder}.lock`, 'let go')
    await expect.poll(() => isIn).toBe(true)
  })

  test('that is stale lets in one of many processes at a time', async () => {
    const folder = join(makeTemporaryFolder(), 'city')
    writeLock(folder, { pid: endedProcess(), host: hostname(), started: null, token: 'x' })
    const counter = join(folder, '..', 'count.txt')
    writeFileSync(counter, '0')
    const script = `
      import { readFileSync, writeFileSync } from 'node:fs'
      import { withLock } from ${JSON.stringify(join(import.meta.dirname, '../../../src/pipeline/files/lock-folder.ts'))}
      for (let turn = 0; turn < 5; turn++) await withLock(${JSON.stringify(folder)}, async () => {
        const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'))
        await new Promise((resolve) => setTimeout(resolve, 3))
        writeFileSync(${JSON.stringify(counter)}, String(count + 1))
      })`
    const file = join(folder, '..', 'count.ts')
    writeFileSync(file, script)
    const codes = await Promise.all(
      Array.from(
        { length: 5 },
        () =>
          new Promise((resolve) => {
            spawn(NODE, [file], { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', resolve)
          }),
      ),
    )
    expect(codes).toEqual([0, 0, 0, 0, 0])
    expect(readFileSync(counter, 'utf8')).toBe('25')
    expect(readdirSync(join(folder, '..')).sort()).toEqual(['count.ts', 'count.txt'])
  })
})

/** When a process began, read apart from the code under test; null where the system does not say. */
function startOf(pid: number): string | null {
  const path = `/proc/${pid}/stat`
  return existsSync(path)
    ? (readFileSync(path, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? null)
    : null
}
