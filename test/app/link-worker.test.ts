import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { expose, proxy } from 'comlink'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { linkWorker, type LinkOptions, type WorkerError, type WorkerLike } from '../../src/app/link-worker.ts'
import { WORKER_READY } from '../../src/workers/expose-service.ts'

interface Service {
  readonly add: (a: number, b: number) => number
  readonly count: (onStep: (step: number) => Promise<void> | void) => Promise<string>
  readonly never: () => Promise<string>
  readonly fault: () => string
}

const SERVICE: Service = {
  add: (a, b) => a + b,
  count: async (onStep) => {
    for (const step of [1, 2]) await onStep(step)
    return 'counted'
  },
  never: () => new Promise(() => undefined),
  fault: () => {
    throw new Error('told by the service')
  },
}

type Kind = 'good' | 'missing' | 'silent'
const ports: MessagePort[] = []
const started: WorkerLike[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
  started.length = 0
  vi.useRealTimers()
})

/** A worker on a real message channel: one that answers, one whose script the server has not got, one that hangs. */
function makeWorker(kind: Kind): WorkerLike {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const worker = Object.assign(port1 as unknown as WorkerLike & EventTarget, { terminate: () => port1.close() })
  started.push(worker)
  if (kind === 'missing') queueMicrotask(() => worker.dispatchEvent(new Event('error')))
  if (kind === 'good') {
    expose(SERVICE, port2 as never)
    port2.postMessage(WORKER_READY)
  }
  return worker
}

function link(kinds: readonly Kind[], options: Partial<LinkOptions<Service>> = {}) {
  let next = 0
  return linkWorker<Service>('test', () => makeWorker(kinds[next++] ?? (kinds.at(-1) as Kind)), { waitMilliseconds: 1, ...options })
}

describe('linkWorker', () => {
  test('starts nothing before the first question, one worker for all, and answers', async () => {
    const { service } = link(['good'])
    expect(started).toHaveLength(0)
    expect(await Promise.all([service.add(2, 3), service.add(4, 5)])).toEqual([5, 9])
    await expect(service.fault()).rejects.toThrow('told by the service')
    expect(started).toHaveLength(1)
  })

  test('a service may be the value of a promise', async () => {
    const { service } = link(['good'])
    expect(await Promise.resolve(service)).toBe(service)
    expect(started).toHaveLength(0)
  })

  test('calls back while it works', async () => {
    const steps: number[] = []
    expect(
      await link(['good']).service.count(
        proxy((step: number) => {
          steps.push(step)
        }),
      ),
    ).toBe('counted')
    expect(steps).toEqual([1, 2])
  })

  test('a script that does not come at once is fetched again, and the question is put to the worker that came', async () => {
    const restarts: unknown[] = []
    const { service } = link(['missing', 'missing', 'good'], { onRestart: (again) => restarts.push(again) })
    expect(await service.add(1, 1)).toBe(2)
    expect(started).toHaveLength(3)
    expect(restarts).toHaveLength(2)
  })

  test('a script that never comes: every open question is answered, the failure is reported once, and the next question tries anew', async () => {
    const onFailure = vi.fn<(error: WorkerError) => void>()
    const { service } = link(['missing', 'missing', 'missing', 'good'], { onFailure })
    const answers = await Promise.allSettled([service.add(1, 1), service.never()])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(String((answers[0] as PromiseRejectedResult).reason)).toMatch(/The worker "test" could not be fetched or read/)
    expect(onFailure).toHaveBeenCalledOnce()
    expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ hadStarted: false })
    expect(await service.add(2, 2)).toBe(4)
    expect(started).toHaveLength(4)
  })

  test('a worker that says nothing counts as gone after a while', async () => {
    vi.useFakeTimers()
    const onFailure = vi.fn<(error: WorkerError) => void>()
    const answer = link(['silent'], { onFailure, firstWordMilliseconds: 5000 }).service.add(1, 1)
    answer.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(4000)
    expect(onFailure).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2500)
    await expect(answer).rejects.toThrow('no sign of life in 5 s')
    expect(onFailure).toHaveBeenCalledOnce()
    expect(started).toHaveLength(1)
  })

  test.each([
    ['breaks', () => Object.assign(new Event('error'), { message: 'out of range' }), /broke: out of range/],
    ['gives an answer that cannot be read', () => new Event('messageerror'), /cannot be read/],
  ])('the questions of a worker that %s are answered, and the next starts another', async (_, makeEvent, sentence) => {
    const onFailure = vi.fn<(error: WorkerError) => void>()
    const { service } = link(['good', 'good'], { onFailure })
    expect(await service.add(1, 1)).toBe(2)
    const lost = service.never()
    lost.catch(() => undefined)
    ;(started[0] as unknown as EventTarget).dispatchEvent(makeEvent())
    await expect(lost).rejects.toThrow(sentence)
    expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ hadStarted: true })
    expect(await service.add(2, 3)).toBe(5)
    expect(started).toHaveLength(2)
  })

  test('a question that gives memory away is put from its beginning to a worker that is started again', async () => {
    let made = 0
    const { ask } = link(['missing', 'good'])
    expect(
      await ask((service) => {
        made++
        return service.add(made, 1)
      }),
    ).toBe(3)
  })

  test('a link that is stopped ends its worker', async () => {
    const { service, stop } = link(['good'])
    await service.add(1, 1)
    const terminate = vi.spyOn(started[0] as WorkerLike, 'terminate')
    stop()
    expect(terminate).toHaveBeenCalledOnce()
  })
})
