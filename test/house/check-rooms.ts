import { posix } from 'node:path'
import type { ModuleFacts, ModuleImport } from './read-module.ts'
import { MOST_LINES, NETWORK_NAMES, NETWORK_ROOMS, PACKAGE_ROOMS, ROOMS, TYPE_ONLY } from './rooms.ts'

const WORDS_OF_A_SENTENCE = 8

/** Every breach of the house rules in these modules, one sentence each; empty when all is well. */
export function checkRooms(modules: readonly ModuleFacts[], cityIds: readonly string[]): string[] {
  const paths = new Set(modules.map((module) => module.path))
  return modules.flatMap((module) => [...checkImports(module, paths), ...checkShape(module), ...checkCityNames(module, cityIds)])
}

/** The room of a path: `src/geo/crs.ts` → `geo`; null outside a room. */
function roomOf(path: string): string | null {
  const [top, room, file] = path.split('/')
  return top === 'src' && room !== undefined && file !== undefined ? room : null
}

/** Path from the root that a relative specifier means; null for a package. Vite's `?query` is cut off. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
}

function checkImports({ path, imports }: ModuleFacts, paths: ReadonlySet<string>): string[] {
  const room = roomOf(path)
  if (room === null || ROOMS[room] === undefined) return [`${path}: src/${room ?? ''} is not a room of the house`]
  return imports.flatMap((entry) => checkImport(path, room, entry, paths))
}

function checkImport(path: string, room: string, { specifier, typeOnly }: ModuleImport, paths: ReadonlySet<string>): string[] {
  const target = resolveImport(path, specifier)
  if (target === null) {
    const rule = Object.entries(PACKAGE_ROOMS).find(
      ([name]) => specifier === name || specifier.startsWith(/[:/]$/.test(name) ? name : `${name}/`),
    )
    return rule !== undefined && !rule[1].includes(room) ? [`${path}: ${room} may not import ${specifier}`] : []
  }
  if (/\.(css|svg|json|jpg|png|webp)$/.test(target)) return []
  if (!/\.tsx?$/.test(target)) return [`${path}: the import of ${specifier} needs a file ending`]
  if (!paths.has(target)) return [`${path}: ${specifier} leads to no file of src`]
  const targetRoom = roomOf(target) ?? ''
  if (targetRoom === room) return []
  if (!ROOMS[room]?.includes(targetRoom)) return [`${path}: ${room} may not import ${targetRoom} (${specifier})`]
  if (!typeOnly && TYPE_ONLY[room]?.includes(targetRoom)) {
    return [`${path}: ${room} may import only types from ${targetRoom} (${specifier})`]
  }
  return []
}

function checkShape({ path, lines, hasDefaultExport, calls }: ModuleFacts): string[] {
  const breaches: string[] = []
  if (hasDefaultExport) breaches.push(`${path}: has a default export; exports are named`)
  if (lines > MOST_LINES) breaches.push(`${path}: has ${lines} lines; ${MOST_LINES} are the most`)
  const name = posix.basename(path)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name)) breaches.push(`${path}: the file name is not kebab-case`)
  const room = roomOf(path) ?? ''
  for (const call of new Set(calls)) {
    if (NETWORK_NAMES.includes(call) && !NETWORK_ROOMS.includes(room)) breaches.push(`${path}: ${room} may not call ${call}`)
  }
  return breaches
}

/**
 * Only `src/cities/`, the pipeline's steps of one city (a file or folder named for it), and the
 * message catalogues (which name each city's administrative levels) may name a city. A sentence may
 * cite a source that bears a city's name: nothing can be hung on a sentence.
 */
function checkCityNames({ path, texts }: ModuleFacts, cityIds: readonly string[]): string[] {
  const parts = path.split('/')
  const room = roomOf(path)
  if (room === 'cities' || path.startsWith('src/ui/messages/')) return []
  return cityIds.flatMap((cityId) => {
    if (room === 'pipeline' && parts.slice(2).some((part) => part.includes(cityId))) return []
    const text = texts.find(
      (candidate) => candidate.toLowerCase().includes(cityId) && candidate.trim().split(/\s+/).length < WORDS_OF_A_SENTENCE,
    )
    return text === undefined ? [] : [`${path}: names a city ("${text.trim().slice(0, 40)}")`]
  })
}

/** Import cycles, each as a list of paths that ends where it starts. Types are erased, so they close no cycle. */
export function findCycles(modules: readonly ModuleFacts[]): string[][] {
  const edges = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap(({ specifier, typeOnly }) => (typeOnly ? [] : (resolveImport(path, specifier) ?? []))),
    ]),
  )
  const cycles: string[][] = []
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (path: string): void => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push([...trail.slice(start), path])
    if (start >= 0 || done.has(path)) return
    trail.push(path)
    for (const next of edges.get(path) ?? []) visit(next)
    trail.pop()
    done.add(path)
  }
  for (const path of edges.keys()) visit(path)
  return cycles
}
