import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { hashFiles } from './files/hash-files.ts'

/** What the built app depends on; data and tiles are copied beside it. */
const INPUTS = ['src', 'data', 'tilesets', 'index.html', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
const RECORD = 'node_modules/.cache/kaksik/app-inputs.txt'

/**
 * Builds the browser app into `dist/`, unless what stands there was built from the same inputs.
 * @returns whether it was built. Throws where Vite does.
 */
export async function buildAppIfStale(root: string, log: (line: string) => void): Promise<boolean> {
  const inputs = await hashFiles(root, INPUTS)
  const record = join(root, RECORD)
  const earlier = await readFile(record, 'utf8').catch(() => '')
  if (earlier === inputs && existsSync(join(root, 'dist/index.html'))) {
    log('The app is built already.')
    return false
  }
  log('Building the app …')
  await build({ root, logLevel: 'warn' })
  await mkdir(dirname(record), { recursive: true })
  await writeFile(record, inputs)
  return true
}
