import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

/** Paths of every file under a folder, from the root, sorted; empty where the folder is missing. */
export function listFiles(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? listFiles(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .sort()
}

/**
 * Paths of every file that is, or would be, committed. Outside a git checkout (an unpacked archive)
 * everything that is not installed or built.
 */
export function listOwnFiles(): string[] {
  if (existsSync(join(ROOT, '.git'))) {
    const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    return list
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(ROOT, path)))
      .sort()
  }
  const outside = new Set(['node_modules', 'dist', '.git'])
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => !outside.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(entry.name) : [entry.name]))
    .filter((path) => !/^tilesets\/[^/]+\/|^test\/output\//.test(path))
    .sort()
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
