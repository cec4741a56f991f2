import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { listFiles, ROOT } from '../../house/list-files.ts'
import type { MutationMessage, MutationWork } from './mutation-child.ts'

const SEED = 20261124
/** More of the binary formats, whose counts and offsets lead far. */
const TIMES = { text: 40, binary: 100 } as const
/** No case takes a hundredth of this: a thread that is silent for so long is at one that never ends. */
const SILENT_MILLISECONDS = 30_000

interface Answer {
  readonly faults: readonly string[]
  readonly cases: number
  readonly outcomes: Readonly<Record<string, number>>
}

/** Runs the cases in a thread; one that never ends becomes a fault, and the thread is ended. */
function runCases(work: MutationWork): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./mutation-child.ts', import.meta.url), { workerData: work })
    const faults: string[] = []
    let at = 'the start'
    let timer: NodeJS.Timeout
    const end = (answer: Omit<Answer, 'faults'>): void => {
      clearTimeout(timer)
      void worker.terminate()
      resolve({ faults, ...answer })
    }
    const watch = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        faults.push(`${at}: never ends`)
        end({ cases: 0, outcomes: {} })
      }, SILENT_MILLISECONDS)
    }
    worker.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    worker.on('message', (message: MutationMessage) => {
      watch()
      if (message.kind === 'begins') at = `${message.name}, mutation ${message.turn}`
      else if (message.kind === 'fault') faults.push(`${message.name}, mutation ${message.turn}: ${message.fault}`)
      else end(message)
    })
    watch()
  })
}

test('no mutation of any fixture keeps a reader busy beyond its bytes, or breaks it', async () => {
  const paths = listFiles('test/fixtures/imports').map((path) => join(ROOT, path))
  const files = paths.map((path) => ({ path, times: /\.(fgb|zip)$/.test(path) ? TIMES.binary : TIMES.text }))
  const { faults, cases, outcomes } = await runCases({ files, seed: SEED })
  expect(faults).toEqual([])
  expect(cases).toBe(files.reduce((sum, { times }) => sum + times, 0))
  // The mutations reach past the first check: some files still show, and they fail for many reasons.
  expect(outcomes['layer']).toBeGreaterThan(cases / 10)
  expect(Object.keys(outcomes).length).toBeGreaterThan(20)
}, 120_000)
