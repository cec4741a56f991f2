import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who holds a lock. `started` tells a process from a later one with the same number, where the system says it. */
interface Owner {
  readonly pid: number
  readonly host: string
  readonly started: string | null
  readonly token: string
}

const POLL_MILLISECONDS = 150
/** The owner touches its lock so often, as long as it is not busy with one long computation. */
const TOUCH_SECONDS = 5
/** Another machine's process cannot be looked up: untouched for so long, its lock on a shared disk is stale. */
const FOREIGN_MINUTES = 10
/** Taking over takes microseconds: who needs longer has died on the way. */
const TAKEOVER_SECONDS = 20

/**
 * Runs `action` while no other process works on `folder`: beside it stands `<folder>.lock` with the owner's
 * number. Where somebody else has it, `onWait` gets one sentence and the call waits. The lock of a process
 * that no longer runs is taken over. Not to be called again for the same folder inside `action`.
 */
export async function withLock<Result>(
  folder: string,
  action: () => Promise<Result>,
  onWait: (sentence: string) => void = () => undefined,
): Promise<Result> {
  const path = `${folder}.lock`
  const owner: Owner = { pid: process.pid, host: hostname(), started: readStart(process.pid), token: randomUUID() }
  let hasWaited = false
  await mkdir(dirname(path), { recursive: true })
  while (!(await tryToLock(path, owner))) {
    if (await takeOver(path)) continue
    const holder = await readOwner(path)
    if (typeof holder === 'object' && !hasWaited) {
      hasWaited = true
      onWait(`Process ${holder.pid} is at work on ${folder} (${path} says so); waiting for it to end.`)
    }
    await sleep(POLL_MILLISECONDS)
  }
  heldTokens.add(owner.token)
  const touching = setInterval(() => {
    utimes(path, new Date(), new Date()).catch(() => undefined)
  }, TOUCH_SECONDS * 1000)
  touching.unref()
  try {
    return await action()
  } finally {
    clearInterval(touching)
    heldTokens.delete(owner.token)
    await rm(path, { force: true })
  }
}

/** Locks of this process: one with its number that is not here is of an earlier process. */
const heldTokens = new Set<string>()

/** The file is written aside and linked, so that nobody reads half of it, and only one link succeeds. */
async function tryToLock(path: string, owner: Owner): Promise<boolean> {
  const aside = `${path}-${owner.token}`
  await writeFile(aside, JSON.stringify(owner))
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    await rm(aside, { force: true })
  }
}

/**
 * Removes a lock whose owner is gone. Only one process at a time may look and remove, so that nobody
 * removes the lock that somebody else has just set.
 */
async function takeOver(path: string): Promise<boolean> {
  if (!(await isStale(path))) return false
  const guard = `${path}-takeover`
  try {
    await mkdir(guard)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const seen = await stat(guard).catch(() => null)
    if (seen !== null && Date.now() - seen.mtimeMs > TAKEOVER_SECONDS * 1000) await rmdir(guard).catch(() => undefined)
    return false
  }
  try {
    if (!(await isStale(path))) return false
    await rm(path, { force: true })
    return true
  } finally {
    await rmdir(guard).catch(() => undefined)
  }
}

async function isStale(path: string): Promise<boolean> {
  const seen = await stat(path).catch(() => null)
  if (seen === null) return false
  const owner = await readOwner(path)
  if (owner === 'gone') return false
  // A lock is written whole: one that cannot be read was damaged.
  if (owner === 'damaged') return true
  if (owner.host !== hostname()) return Date.now() - seen.mtimeMs > FOREIGN_MINUTES * 60_000
  if (owner.pid === process.pid) return !heldTokens.has(owner.token)
  return !isRunning(owner.pid) || owner.started !== readStart(owner.pid)
}

async function readOwner(path: string): Promise<Owner | 'gone' | 'damaged'> {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8')) as Owner | null
    return typeof owner?.pid === 'number' ? owner : 'damaged'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'damaged'
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in the system's own count; null where the system has no such file. */
function readStart(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the name in brackets and may hold spaces; the third is the state, the 22nd the start.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return /[ZX]/.test(fields[0] ?? '') ? 'ended' : (fields[19] ?? null)
  } catch {
    return null
  }
}
