/** Bytes loaded so far, and in all where the server tells. */
export type FetchProgress = (loadedBytes: number, totalBytes: number | null) => void

/**
 * Fetches a file as bytes.
 *
 * @param onProgress called after each chunk
 * @throws Error naming the file and what was expected, when it cannot be had, or when a page stands
 *   in its place (a server that answers every unknown path with its index page); the signal's
 *   reason when it aborts
 */
export async function fetchBytes(url: string | URL, signal?: AbortSignal, onProgress?: FetchProgress): Promise<ArrayBuffer> {
  const name = fileNameOf(url)
  const response = await request(url, name, signal)
  const length = Number(response.headers.get('content-length'))
  const isEncoded = response.headers.has('content-encoding')
  const totalBytes = length > 0 && !isEncoded ? length : null
  try {
    if (onProgress === undefined || response.body === null) return await response.arrayBuffer()
    return await readWithProgress(response.body, totalBytes, onProgress)
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason
    throw new Error(`${name}: the transfer broke off (${(error as Error).message})`, { cause: error })
  }
}

/** A piece of a file, or all of it where the server knows no ranges. */
export interface FetchedRange {
  readonly bytes: ArrayBuffer
  readonly isWhole: boolean
}

/**
 * Fetches the bytes of a file from `first` to `last`, both included.
 *
 * @throws Error as `fetchBytes` does
 */
export async function fetchRange(url: string | URL, first: number, last: number): Promise<FetchedRange> {
  const name = fileNameOf(url)
  const response = await request(url, name, undefined, { Range: `bytes=${first}-${last}` })
  try {
    return { bytes: await response.arrayBuffer(), isWhole: response.status !== 206 }
  } catch (error) {
    throw new Error(`${name}: the transfer broke off (${(error as Error).message})`, { cause: error })
  }
}

async function request(
  url: string | URL,
  name: string,
  signal: AbortSignal | undefined,
  headers?: Readonly<Record<string, string>>,
): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { ...(signal === undefined ? {} : { signal }), ...(headers === undefined ? {} : { headers }) })
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason
    throw new Error(`${name}: could not be fetched (${(error as Error).message})`, { cause: error })
  }
  if (!response.ok) throw new Error(`${name}: expected the file, the server answered ${response.status}`)
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    throw new Error(`${name}: expected data, the server answered with a web page; is the file there?`)
  }
  return response
}

async function readWithProgress(
  body: ReadableStream<Uint8Array>,
  totalBytes: number | null,
  onProgress: FetchProgress,
): Promise<ArrayBuffer> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let loadedBytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    loadedBytes += value.byteLength
    onProgress(loadedBytes, totalBytes)
  }
  const bytes = new Uint8Array(loadedBytes)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes.buffer
}

function fileNameOf(url: string | URL): string {
  return String(url).split(/[?#]/)[0]?.split('/').slice(-2).join('/') || String(url)
}
