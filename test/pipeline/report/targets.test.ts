import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkTargets } from '../../../src/pipeline/report/check-targets.ts'
import { createReportEffects, type Target } from '../../../src/pipeline/report/effects.ts'
import { parseReportArguments } from '../../../src/pipeline/report/parse-arguments.ts'
import { makeTemporaryFolder } from '../mini-city.ts'

const root = realpathSync(process.cwd())
const folder = realpathSync(makeTemporaryFolder())
const disk = createReportEffects(root, folder)

const problemsOf = async (argv: readonly string[], effects = disk): Promise<readonly string[]> =>
  checkTargets(parseReportArguments(argv), root, effects).then(
    () => [],
    (error: { problems: readonly string[] }) => error.problems,
  )

describe('a report replaces regular files only', () => {
  test('a file that is there, or is not, is fine, and nothing is left behind', async () => {
    writeFileSync(join(folder, 'old.csv'), 'old')
    expect(await problemsOf(['--out', 'old.csv'])).toEqual([])
    expect(await problemsOf(['--out', 'fresh.csv', '--sidecar', '-'])).toEqual([])
    expect(readFileSync(join(folder, 'old.csv'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['old.csv'])
  })

  test('a device, a pipe and a link are refused', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.csv')])
    symlinkSync(join(folder, 'old.csv'), join(folder, 'link.csv'))
    symlinkSync(join(folder, 'nowhere.csv'), join(folder, 'dangling.csv'))
    expect(await problemsOf(['--out', '/dev/full', '--format', 'csv', '--sidecar', '-'])).toEqual([
      expect.stringMatching(/^--out \/dev\/full: expected a regular file, but it is a device/),
    ])
    expect(await problemsOf(['--out', 'pipe.csv'])).toEqual([
      expect.stringMatching(/^--out pipe\.csv: expected a regular file, but it is a device, a pipe/),
    ])
    expect(await problemsOf(['--out', 'link.csv'])).toEqual([
      expect.stringMatching(/^--out link\.csv: expected a regular file, but it is a symbolic link/),
    ])
    expect(await problemsOf(['--out', 'dangling.csv'])).toHaveLength(1)
  })

  test('what the report is made from is refused, by whatever path', async () => {
    symlinkSync(join(root, 'data'), join(folder, 'elsewhere'))
    const inData = /: expected a file outside data\/, which reports are made from\.$/
    expect(await problemsOf(['--out', join(root, 'data/LICENSE.md'), '--format', 'csv'])).toEqual([expect.stringMatching(inData)])
    expect(await problemsOf(['--out', 'elsewhere/helsinki/buildings.parquet'])).toEqual([expect.stringMatching(inData)])
    expect(await problemsOf(['--out', join(root, 'tilesets/x.json')])).toEqual([expect.stringMatching(/outside tilesets\//)])
    writeFileSync(join(folder, 'mine.geojson'), '{}')
    mkdirSync(join(folder, 'sub'))
    expect(await problemsOf(['--area', 'mine.geojson', '--out', 'sub/../mine.geojson'])).toEqual([
      '--out sub/../mine.geojson: expected another file than the one of --area, which the report is made from.',
    ])
    expect(await problemsOf(['--area', 'mine.geojson', '--out', 'a.csv', '--sidecar', join(folder, 'mine.geojson')])).toHaveLength(1)
  })

  test.each([
    ['ENOSPC', 'there is no room left on it'],
    ['EROFS', 'that is read-only'],
    ['EACCES', 'you may not write there'],
    ['EIO', 'EIO'],
  ])('a target that cannot be written is reported in one sentence before anything is computed: %s', async (obstacle, words) => {
    const blocked: Target = { kind: 'nothing', realPath: '/elsewhere/a.csv', obstacle }
    expect(await problemsOf(['--out', 'a.csv'], { ...disk, inspectTarget: () => Promise.resolve(blocked) })).toEqual([
      `--out a.csv: the file cannot be written: ${words}.`,
    ])
  })

  test('the system says so itself where its name is too long', async () => {
    expect(await problemsOf(['--out', `${'a'.repeat(300)}.csv`])).toEqual([
      expect.stringMatching(/the file cannot be written: the name is too long\.$/),
    ])
  })
})

test('from a sub-folder, files are those of the folder that npm was called from', () => {
  const caller = join(root, 'test')
  const area = {
    type: 'Polygon',
    coordinates: [
      [
        [24.9503, 60.1688],
        [24.9545, 60.1688],
        [24.9545, 60.1706],
        [24.9503, 60.1706],
        [24.9503, 60.1688],
      ],
    ],
  }
  writeFileSync(join(folder, 'square.geojson'), JSON.stringify(area))
  const { status, stderr } = spawnSync(
    'npm',
    ['run', '--silent', '--prefix', root, 'report', '--', '--area', 'square.geojson', '--measure', 'land-area', '--out', 'square.csv'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, INIT_CWD: caller } },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(existsSync(join(folder, 'square.csv'))).toBe(true)
  expect(existsSync(join(root, 'square.csv'))).toBe(false)
})
