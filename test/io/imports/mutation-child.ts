/** Opens mutated files in a thread of its own, so that one that never ends can be ended. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { unzipSync, zipSync } from 'fflate'
import { createImportService, type ImportOutcome } from '../../../src/io/imports/import-service.ts'
import { IMPORT_LIMITS } from '../../../src/io/imports/limits.ts'
import { seededRandom } from '../../seeded-random.ts'
import { mutate } from './mutate.ts'

export interface MutationWork {
  readonly files: readonly { readonly path: string; readonly times: number }[]
  readonly seed: number
}

/** What the thread says: a case that it begins, or what one came to that is not as it should be. */
export type MutationMessage =
  | { readonly kind: 'begins'; readonly name: string; readonly turn: number }
  | { readonly kind: 'fault'; readonly name: string; readonly turn: number; readonly fault: string }
  | { readonly kind: 'done'; readonly cases: number; readonly outcomes: Readonly<Record<string, number>> }

/** Files of some kilobytes: what costs more than this was not paid for by what is there. */
const LIMITS = { ...IMPORT_LIMITS, steps: 20_000, stepsPerByte: 16, memoryBytes: 50_000_000, unpackedBytes: 2_000_000 }
/** Stopped by the budget, since the reader looped before it looked; or by what no check foresaw. */
const STOPPED = ['imports.issue.budgetSteps', 'imports.issue.budgetMemory', 'imports.issue.budgetTime', 'imports.issue.unreadable']

const work = workerData as MutationWork
// A port of threads knows no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const say = (message: MutationMessage): void => parentPort?.postMessage(message)
const files = work.files.map(({ path, times }) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: new Uint8Array(readFileSync(path)),
  times,
}))
const random = seededRandom(work.seed)
const outcomes: Record<string, number> = {}
let cases = 0
for (const { name, bytes, times } of files) {
  for (let turn = 0; turn < times; turn++) {
    const other = files[Math.floor(random() * files.length)]?.bytes ?? bytes
    const mutated = mutateFile(bytes, other)
    say({ kind: 'begins', name, turn })
    const fault = await open(name, mutated)
    if (fault !== null) say({ kind: 'fault', name, turn, fault })
    cases++
  }
}
say({ kind: 'done', cases, outcomes })

/** Half of the archives are mutated within, and packed again: or their checksums would stop nearly all at the door. */
function mutateFile(bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const parts = random() < 0.5 ? unpack(bytes) : null
  if (parts === null) return mutate(bytes, other, random)
  const names = Object.keys(parts)
  const changed = names[Math.floor(random() * names.length)] ?? ''
  return zipSync({ ...parts, [changed]: mutate(parts[changed] ?? bytes, other, random) }, { mtime: '2026-01-01T00:00:00Z' })
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  // The largest fixture bursts when it is unpacked, as it is meant to.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes.length > 2000) return null
  try {
    const parts = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 10_000 })
    return Object.keys(parts).length > 0 ? parts : null
  } catch {
    return null
  }
}

/** @returns what is wrong with how the file was taken, or null */
async function open(name: string, bytes: Uint8Array): Promise<string | null> {
  const service = createImportService(LIMITS)
  let outcome: ImportOutcome
  try {
    outcome = await service.open(new Blob([new Uint8Array(bytes)]), { id: 'own', name, credit: null, colour: '#8e5bb5' })
    const guess = outcome.kind === 'question' ? (outcome.question.guess ?? outcome.question.options[0] ?? null) : null
    if (guess !== null) outcome = await service.place(guess)
  } catch (error) {
    return `threw ${String(error)}`
  }
  const key = outcome.kind === 'failed' ? (outcome.issues[0]?.messageKey ?? 'no reason') : outcome.kind
  outcomes[key] = (outcomes[key] ?? 0) + 1
  if (key === 'no reason') return 'failed without a reason'
  if (STOPPED.includes(key)) return `stopped by ${key}`
  if (outcome.kind !== 'layer') return null
  const { shown, read } = outcome.layer.counts
  return shown > 0 && shown <= read ? null : `shows ${shown} of ${read}`
}
