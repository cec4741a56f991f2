import { wrap, type Endpoint } from 'comlink'
import { WORKER_READY } from '../workers/expose-service.ts'

/** A service over the wire: every answer is a promise. */
export type Promised<Service> = {
  readonly [Name in keyof Service]: Service[Name] extends (...request: infer Request) => infer Answer
    ? (...request: Request) => Promise<Awaited<Answer>>
    : never
}

/** What a link needs of a worker; a test gives a stand-in. */
export type WorkerLike = Endpoint & Pick<Worker, 'terminate'>

/** A worker that could not be started, or ended: what its open questions are answered with. */
export class WorkerError extends Error {
  /** False where its script never came or never ran. */
  readonly hadStarted: boolean

  constructor(worker: string, reason: string, hadStarted: boolean) {
    super(`The worker "${worker}" ${reason}`)
    this.hadStarted = hadStarted
  }
}

export interface LinkOptions<Service> {
  /** How often a script that does not come is fetched before the link gives up. */
  readonly mostStarts: number
  /** Waited before the second start; before each later one four times as long. */
  readonly waitMilliseconds: number
  /** A worker from which nothing is heard for so long counts as not to be had. */
  readonly firstWordMilliseconds: number
  /** Called when the link gives up. The next question starts anew. */
  readonly onFailure: (error: WorkerError) => void
  /** Called on every start but the first, to bring the new worker to where the last one was. */
  readonly onRestart: (service: Promised<Service>) => void
}

export interface WorkerLink<Service> {
  /** The service; the first call starts the worker. */
  readonly service: Promised<Service>
  /**
   * Puts a question that is more than one call, or that gives memory away: it is put again, from its
   * beginning, where the worker has to be started again.
   */
  readonly ask: <Answer>(question: (service: Promised<Service>) => Promise<Answer>) => Promise<Answer>
  /** Ends the worker, whatever it is at; open questions stay without an answer. */
  readonly stop: () => void
}

interface Running<Service> {
  readonly worker: WorkerLike
  readonly service: Promised<Service>
  isReady: boolean
  silence?: ReturnType<typeof setTimeout>
}

interface Question<Service> {
  readonly put: (service: Promised<Service>) => void
  readonly fail: (error: WorkerError) => void
}

/** The line is behind the timer in a page that was busy for long: what came meanwhile is heard first. */
const GRACE_MILLISECONDS = 1000

/**
 * A worker that answers questions, and that is never silent: one whose script does not come (404, a page in
 * its place, cut off) is started again a few times, then its questions are answered with a `WorkerError`; so
 * are the questions of one that breaks later, or whose answer cannot be read. The next question starts a new one.
 *
 * @param name for messages
 * @param start makes the worker; its script must call `exposeService`
 */
export function linkWorker<Service extends object>(
  name: string,
  start: () => WorkerLike,
  options: Partial<LinkOptions<Service>> = {},
): WorkerLink<Service> {
  const { mostStarts = 3, waitMilliseconds = 1000, firstWordMilliseconds = 60_000, onFailure, onRestart } = options
  const open = new Set<Question<Service>>()
  let running: Running<Service> | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Starts since a worker last was there, and since the link was made. */
  let tries = 0
  let starts = 0

  const end = (): void => {
    clearTimeout(running?.silence)
    running?.worker.terminate()
    running = null
  }

  const begin = (): void => {
    waiting = undefined
    tries++
    const worker = start()
    // Here the wire is given its type, once: Comlink's own cannot say that a service is already made of promises.
    const mine: Running<Service> = { worker, service: wrap<Service>(worker) as unknown as Promised<Service>, isReady: false }
    running = mine
    worker.addEventListener('message', (event) => {
      if ((event as MessageEvent).data !== WORKER_READY) return
      mine.isReady = true
      tries = 0
      clearTimeout(mine.silence)
    })
    worker.addEventListener('error', (event) => {
      const { message } = event as Partial<ErrorEvent>
      lose(
        mine,
        mine.isReady
          ? `broke: ${message ?? 'out of memory'}`
          : `could not be fetched or read${message === undefined ? '' : `: ${message}`}`,
      )
    })
    worker.addEventListener('messageerror', () => lose(mine, 'gave an answer that cannot be read'))
    mine.silence = setTimeout(() => {
      mine.silence = setTimeout(
        () => lose(mine, `gave no sign of life in ${firstWordMilliseconds / 1000} s`, mostStarts),
        GRACE_MILLISECONDS,
      )
    }, firstWordMilliseconds)
    if (starts++ > 0) onRestart?.(mine.service)
    for (const question of open) question.put(mine.service)
  }

  const lose = (mine: Running<Service>, reason: string, triesSoFar = tries): void => {
    if (running !== mine) return
    end()
    if (!mine.isReady && triesSoFar < mostStarts) {
      waiting = setTimeout(begin, waitMilliseconds * 4 ** (triesSoFar - 1))
      return
    }
    tries = 0
    const error = new WorkerError(name, reason, mine.isReady)
    const asked = [...open]
    open.clear()
    for (const question of asked) question.fail(error)
    onFailure?.(error)
  }

  const ask: WorkerLink<Service>['ask'] = (question) =>
    new Promise((resolve, reject) => {
      const mine: Question<Service> = {
        put: (service) => {
          // Of two workers that were asked, the first one's answer cannot come any more.
          question(service).then(
            (answer) => {
              if (open.delete(mine)) resolve(answer)
            },
            (error: unknown) => {
              if (open.delete(mine)) reject(error)
            },
          )
        },
        fail: reject,
      }
      open.add(mine)
      if (running !== null) mine.put(running.service)
      else if (waiting === undefined) begin()
    })

  return {
    ask,
    service: new Proxy({} as Promised<Service>, {
      // Without a `then`, or a promise of the service would wait for the worker.
      get: (_, method) =>
        typeof method === 'symbol' || method === 'then'
          ? undefined
          : (...request: never[]) =>
              ask((service) => (service as Record<string, (...request: never[]) => Promise<unknown>>)[method]!(...request)),
    }),
    stop: () => {
      clearTimeout(waiting)
      waiting = undefined
      end()
      open.clear()
    },
  }
}
