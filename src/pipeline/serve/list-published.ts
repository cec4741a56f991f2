import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isLeftover } from '../files/replace-folder.ts'

/** Folders that are published beside the app: files at their top, and one folder a city. */
export const PUBLISHED_FOLDERS = ['data', 'tilesets'] as const

/** Whether a path below the project's root is published: `data/catalogue.json`, `tilesets/<city>/…`, and nothing that a killed run left. */
export function isPublished(path: string, cityIds: readonly string[]): boolean {
  const [top, second = '', ...rest] = path.split('/')
  if (!PUBLISHED_FOLDERS.some((folder) => folder === top) || second === '') return false
  return (
    [second, ...rest].every((part) => part !== '' && part !== '..' && !isLeftover(part)) && (rest.length === 0 || cityIds.includes(second))
  )
}

/** Every published file, relative to the root, sorted. */
export function listPublished(root: string, cityIds: readonly string[]): string[] {
  return PUBLISHED_FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => isPublished(path, cityIds))
    .sort()
}
