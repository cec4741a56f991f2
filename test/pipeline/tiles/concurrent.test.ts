import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityById } from '../../../src/cities/index.ts'
import { checkTileset } from '../../../src/pipeline/tiles/check/check-tileset.ts'
import { NODE } from '../node-binary.ts'
import { writeSyntheticCity } from './city-fixture.ts'

const CITY = 'tallinn'
const folder = mkdtempSync(join(tmpdir(), 'tiles-concurrent-'))
const data = join(folder, 'data')

beforeAll(() => writeSyntheticCity(join(data, CITY), 3000))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly said: string
}

function build(out: string, onLine: (text: string, kill: () => void) => void = () => undefined): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, ['src/pipeline/tiles/cli.ts', '--city', CITY, '--data', data, '--out', out, '--force'])
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += String(chunk)
        onLine(said, () => child.kill('SIGKILL'))
      })
    }
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, said }))
  })
}

async function expectWhole(out: string): Promise<void> {
  const { issues, tiles } = await checkTileset({ city: cityById(CITY), dataFolder: join(data, CITY), tilesetFolder: join(out, CITY) })
  expect(issues).toEqual([])
  expect(readdirSync(join(out, CITY, 'content'))).toHaveLength(tiles)
  expect(readdirSync(out)).toEqual([CITY])
}

describe('builds of the same tiles', () => {
  it('wait for one another, and none loses a file', async () => {
    const out = join(folder, 'together')
    for (let round = 0; round < 2; round++) {
      const ended = await Promise.all([build(out), build(out), build(out)])
      expect(ended.map(({ code, said }) => (code === 0 ? 0 : said))).toEqual([0, 0, 0])
      await expectWhole(out)
    }
  })

  it('take over from one that was killed, and clear what it left', async () => {
    const out = join(folder, 'killed')
    const { code } = await build(out, (said, kill) => {
      if (said.includes('write')) kill()
    })
    expect(code).toBeNull()
    mkdirSync(join(out, `${CITY}.unfinished`), { recursive: true })
    expect((await build(out)).code).toBe(0)
    await expectWhole(out)
  })
})
