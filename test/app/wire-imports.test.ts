import { expect, test } from 'vitest'
import { linkWorker, type WorkerLike } from '../../src/app/link-worker.ts'
import { createImporter } from '../../src/app/wire-imports.ts'
import { LANGUAGES } from '../../src/cities/city.ts'
import type { ImportService } from '../../src/io/imports/import-service.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore } from '../../src/state/store.ts'
import { messagesOf } from '../../src/ui/context.tsx'
import { describeIssue } from '../../src/ui/imports/issue-text.ts'
import { WORKER_READY } from '../../src/workers/expose-service.ts'

/** A worker that ends as told, after its script came or before. */
function makeLostWorker(hadStarted: boolean, event: () => Event): WorkerLike {
  const worker = new EventTarget() as EventTarget & { postMessage: () => void; terminate: () => void }
  worker.postMessage = () => undefined
  worker.terminate = () => undefined
  queueMicrotask(() => {
    if (hadStarted) worker.dispatchEvent(new MessageEvent('message', { data: WORKER_READY }))
    worker.dispatchEvent(event())
  })
  return worker
}

test.each([
  // The event of a script that does not come says nothing of why.
  ['whose script does not come', false, () => new Event('error'), /could not be fetched/],
  ['that runs out of memory', true, () => new Event('error'), /did not expect \(.*out of memory\)/],
  [
    'that breaks',
    true,
    () => Object.assign(new Event('error'), { message: 'index out of range' }),
    /did not expect \(.*index out of range\)/,
  ],
])('a reader %s is reported in a whole sentence, in every language', async (_, hadStarted, event, sentence) => {
  const store = createAppStore(DEFAULT_APP_STATE, startSession())
  const importer = createImporter(store, () =>
    linkWorker<ImportService>('import', () => makeLostWorker(hadStarted, event), { waitMilliseconds: 0 }),
  )
  expect(importer.open(new File(['{}'], 'mine.geojson'))).toBe(true)
  await expect.poll(() => store.getState().session.failedImports.length).toBe(1)
  expect(store.getState().session.ownImport).toBeNull()
  const issue = store.getState().session.failedImports[0]?.issues[0]
  if (issue === undefined) throw new Error('no issue')
  expect(describeIssue(messagesOf('en'), 'mine.geojson', issue)).toMatch(sentence)
  for (const language of LANGUAGES) expect(describeIssue(messagesOf(language), 'mine.geojson', issue)).not.toMatch(/[{}]/)
  // Another file may be opened.
  expect(importer.open(new File(['{}'], 'next.geojson'))).toBe(true)
})
