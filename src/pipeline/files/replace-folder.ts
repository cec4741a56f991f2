import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { withLock } from './lock-folder.ts'

/** Whether a name is that of an unfinished or earlier folder, or of a lock, that a killed run left behind. */
export function isLeftover(name: string): boolean {
  return /\.(unfinished|new|old)(-[\w-]+)?$|\.lock(-[\w-]+)?$/.test(name)
}

/**
 * Puts a new folder in the place of `target`, whole or not at all: `fill` writes into a folder of its own,
 * which is then swapped in. An error, or a process killed on the way, leaves the earlier folder (see
 * `healFolder`). To be called inside `withLock(target, …)`.
 */
export async function replaceFolder<Result>(target: string, fill: (folder: string) => Promise<Result>): Promise<Result> {
  await mendFolder(target)
  const mark = `${process.pid}-${randomUUID().slice(0, 8)}`
  const fresh = `${target}.unfinished-${mark}`
  const earlier = `${target}.old-${mark}`
  await mkdir(fresh, { recursive: true })
  try {
    const result = await fill(fresh)
    const hadEarlier = existsSync(target)
    if (hadEarlier) await rename(target, earlier)
    try {
      await rename(fresh, target)
    } catch (error) {
      if (hadEarlier) await rename(earlier, target)
      throw error
    }
    await rm(earlier, { recursive: true, force: true })
    return result
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Brings back a folder that a killed run had moved aside, and clears what it left. Waits for a run that is at work. */
export async function healFolder(target: string, log?: (sentence: string) => void): Promise<void> {
  if ((await listLeftovers(target)).length > 0) await withLock(target, () => mendFolder(target), log)
}

/** Inside the lock every leftover is of a process that is gone. */
async function mendFolder(target: string): Promise<void> {
  for (const name of await listLeftovers(target)) {
    const path = join(dirname(target), name)
    // Killed between the two renames: the earlier folder is whole under its other name.
    if (/\.old(-[\w-]+)?$/.test(name) && !existsSync(target)) await rename(path, target)
    else await rm(path, { recursive: true, force: true })
  }
}

async function listLeftovers(target: string): Promise<string[]> {
  const own = basename(target)
  const names = await readdir(dirname(target)).catch(() => [])
  return names.filter((name) => name.startsWith(`${own}.`) && /^\.(unfinished|new|old)(-[\w-]+)?$/.test(name.slice(own.length))).sort()
}
