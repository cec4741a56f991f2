import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type LogLevel } from 'vite'
import { CITY_IDS } from '../cities/index.ts'
import { checkData } from './files/check-data.ts'
import { findChanges, FILE_LIST, readFileList, writeFileList } from './files/file-list.ts'
import { hashFiles } from './files/hash-files.ts'
import { withLock } from './files/lock-folder.ts'
import { healFolder, replaceFolder } from './files/replace-folder.ts'
import { compressFiles } from './serve/compress-files.ts'
import { listPublished } from './serve/list-published.ts'

/** What the built app depends on, beside the published data and tiles. */
const INPUTS = ['src', 'index.html', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

export interface BuildAppOptions {
  readonly root: string
  readonly log: (line: string) => void
  /** Builds also where what stands in `dist/` was built from the same inputs and is whole. */
  readonly force?: boolean
  readonly logLevel?: LogLevel
  readonly cityIds?: readonly string[]
}

/**
 * Builds the browser app into `dist/` with everything that it serves, packed forms too, and a list of
 * all files with their SHA-256. `dist/` is replaced whole, at the end. Left as it is where it was built from
 * the same inputs and every file still is what its list says.
 *
 * @returns whether it was built. Throws where Vite does, or data or tiles are not what their lists say.
 */
export async function buildApp(options: BuildAppOptions): Promise<boolean> {
  const { root, log, force = false, logLevel = 'warn', cityIds = CITY_IDS } = options
  const target = join(root, 'dist')
  for (const id of cityIds) for (const folder of ['data', 'tilesets']) await healFolder(join(root, folder, id), log)
  await healFolder(target, log)
  return withLock(
    target,
    async () => {
      const inputs = await hashInputs(root, cityIds)
      if (!force && (await isWhole(target, inputs, log))) {
        log('The app is built already.')
        return false
      }
      await checkPublished(root, cityIds)
      log('Building the app …')
      await replaceFolder(target, async (folder) => {
        await asProduction(() => build({ root, logLevel, build: { outDir: folder, emptyOutDir: true } }))
        for (const path of listPublished(root, cityIds)) {
          await mkdir(dirname(join(folder, path)), { recursive: true })
          await copyFile(join(root, path), join(folder, path))
        }
        await compressFiles(folder, target)
        // What was edited during the build is neither quite in it nor quite not: then it is built again next time.
        const isSteady = (await hashInputs(root, cityIds)) === inputs
        await writeFileList(folder, isSteady ? inputs : 'changed during the build')
      })
      return true
    },
    log,
  )
}

/** A test runner sets NODE_ENV to "test", and the build would take the development form of React: larger, and slow. */
async function asProduction<Value>(run: () => Promise<Value>): Promise<Value> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await run()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

/** `buildApp` for those who need the app and don't mind whether it is new. */
export function buildAppIfStale(root: string, log: (line: string) => void): Promise<boolean> {
  return buildApp({ root, log })
}

function hashInputs(root: string, cityIds: readonly string[]): Promise<string> {
  return hashFiles(root, [...INPUTS, ...listPublished(root, cityIds)])
}

async function isWhole(folder: string, inputs: string, log: (line: string) => void): Promise<boolean> {
  const list = await readFileList(folder)
  if (list === null || list.inputs !== inputs) return false
  const changes = await findChanges(folder, list)
  for (const { path, message } of changes.slice(0, 3)) log(`dist/${path} ${message}.`)
  if (changes.length > 3) log(`… and ${changes.length - 3} more files of dist/.`)
  return changes.length === 0
}

/** Nothing is published that is not what its own list says. */
async function checkPublished(root: string, cityIds: readonly string[]): Promise<void> {
  for (const id of cityIds) {
    await checkData(join(root, 'data', id))
    const folder = join(root, 'tilesets', id)
    if (!existsSync(join(folder, 'tileset.json'))) throw new Error(`The tileset of ${id} is missing: run "npm run tiles" before the build`)
    const list = await readFileList(folder)
    if (list === null) throw new Error(`${join(folder, FILE_LIST)} is missing or damaged: run "npm run tiles"`)
    const [change] = await findChanges(folder, list)
    if (change !== undefined) throw new Error(`${join(folder, change.path)} ${change.message}: run "npm run tiles"`)
  }
}
