import { findReason } from './read-answer.ts'
import { OnlineError } from './online-fault.ts'

export interface FetchLimits {
  /** Longest wait for one whole answer, milliseconds. */
  readonly timeoutMilliseconds: number
  /** Largest answer, bytes after unpacking. */
  readonly mostBytes: number
  /** A busy service is asked once more if it names a wait no longer than this, milliseconds. */
  readonly longestRetryMilliseconds: number
}

export const DEFAULT_LIMITS: FetchLimits = { timeoutMilliseconds: 30_000, mostBytes: 32e6, longestRetryMilliseconds: 5000 }

export interface OnlineAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
}

const MOST_REDIRECTS = 5

/**
 * Asks a service that the user switched on. Sends no cookie and no referrer; goes along with a
 * redirect only within the same origin.
 *
 * @throws OnlineError for everything that can go wrong on the way; the signal's reason when it aborts
 */
export async function fetchOnline(
  url: URL,
  accept: string,
  signal: AbortSignal,
  limits: FetchLimits = DEFAULT_LIMITS,
): Promise<OnlineAnswer> {
  for (let attempt = 0; ; attempt++) {
    const timeout = AbortSignal.timeout(limits.timeoutMilliseconds)
    const either = AbortSignal.any([signal, timeout])
    try {
      const response = await follow(url, accept, either)
      const wait = retryAfter(response)
      if (wait !== null) {
        await response.body?.cancel()
        const seconds = Number.isFinite(wait) ? Math.ceil(wait / 1000) : 0
        if (attempt > 0 || wait > limits.longestRetryMilliseconds)
          throw new OnlineError('busy', { host: url.host, status: response.status, seconds })
        await pause(wait, signal)
        continue
      }
      // A service may say in words what it did not like, with any status: the reader of the answer finds out.
      const contentType = response.headers.get('content-type') ?? ''
      const bytes = await readBody(response, url, limits.mostBytes)
      if (!response.ok && !/json|xml/i.test(contentType)) throw new OnlineError('status', { host: url.host, status: response.status })
      if (!response.ok) throw new OnlineError('exception', { host: url.host, said: findReason(bytes) || `HTTP ${response.status}` })
      return { bytes, contentType }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      if (timeout.aborted) throw new OnlineError('timeout', { host: url.host, seconds: Math.round(limits.timeoutMilliseconds / 1000) })
      if (error instanceof OnlineError) throw error
      // The browser says no more to a page: no such host, no network, a certificate, or no leave for other pages.
      throw new OnlineError('unreachable', { host: url.host })
    }
  }
}

async function follow(url: URL, accept: string, signal: AbortSignal): Promise<Response> {
  let target = url
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const options = { signal, headers: { accept }, credentials: 'omit', referrerPolicy: 'no-referrer' } as const
    const response = await fetch(target, { ...options, redirect: 'manual' })
    if (response.type === 'opaqueredirect')
      return followBlindly(url, await fetch(target, { ...options, redirect: 'follow' }).catch(() => null))
    if (response.status < 300 || response.status >= 400 || response.status === 304) return response
    await response.body?.cancel()
    target = new URL(response.headers.get('location') ?? '', target)
    if (target.origin !== url.origin) throw new OnlineError('redirect', { host: url.host, other: target.host })
  }
  throw new OnlineError('loop', { host: url.host })
}

/**
 * A browser does not show a page where a redirect leads. Within the origin it may go on; to any
 * other host the page's security policy stops it before it asks, which looks like no answer at all.
 */
function followBlindly(url: URL, response: Response | null): Response {
  if (response === null) throw new OnlineError('redirect', { host: url.host, other: '?' })
  const reached = new URL(response.url)
  if (reached.origin !== url.origin) throw new OnlineError('redirect', { host: url.host, other: reached.host })
  return response
}

/** Wait that a busy service asks for, milliseconds; Infinity where it names none; null where it is not busy. */
function retryAfter(response: Response): number | null {
  if (response.status !== 429 && response.status !== 503) return null
  const header = response.headers.get('retry-after')
  if (header === null) return Infinity
  const seconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : Infinity
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}

async function readBody(response: Response, url: URL, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(0)
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > mostBytes) {
      await reader.cancel()
      throw new OnlineError('too-large', { host: url.host, megabytes: Math.round(mostBytes / 1e6) })
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
