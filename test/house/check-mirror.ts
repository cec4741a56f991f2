import { posix } from 'node:path'
import { resolveImport } from './check-rooms.ts'
import type { ModuleFacts } from './read-module.ts'

/** Folders of `test/` that have no room in `src/`: they drive the browser, measure, run the tests, hold the house to its rules. */
const OWN_FOLDERS: readonly string[] = ['e2e', 'bench', 'run', 'house', 'fixtures', 'golden', 'output']

/**
 * Where tests stand elsewhere than what they test, one sentence each. A test lies in a folder that `src/` has
 * too; one that bears the name of a module that it imports lies in that module's folder.
 */
export function checkMirror(tests: readonly ModuleFacts[], sources: readonly string[]): string[] {
  const folders = new Set(sources.flatMap(foldersOf))
  return tests
    .filter(({ path }) => /\.test\.tsx?$/.test(path))
    .flatMap(({ path, imports }) => {
      const folder = posix.dirname(path)
      const mirrored = folder.replace(/^test/, 'src')
      if (folder === 'test' || OWN_FOLDERS.includes(folder.split('/')[1] ?? '')) return []
      if (!folders.has(mirrored)) return [`${path}: expected a folder that src/ has too, and there is no ${mirrored}`]
      const namesakes = imports
        .map(({ specifier }) => resolveImport(path, specifier) ?? '')
        .filter((target) => target.startsWith('src/') && nameOf(target) === nameOf(path))
      const [only] = namesakes
      return namesakes.length !== 1 || only === undefined || posix.dirname(only) === mirrored
        ? []
        : [`${path}: tests ${only}, so it belongs in ${posix.dirname(only).replace(/^src/, 'test')}`]
    })
}

function nameOf(path: string): string {
  return posix.basename(path).replace(/(\.test)?\.tsx?$/, '')
}

/** A path's folder and all above it. */
function foldersOf(path: string): string[] {
  const folder = posix.dirname(path)
  return folder === '.' ? [] : [folder, ...foldersOf(folder)]
}
