/** How bytes may be sent; `identity` is as they are. */
export type Encoding = 'br' | 'gzip' | 'identity'

/** The better one first: it is taken where the client likes several as much. */
const BEST_FIRST: readonly Encoding[] = ['br', 'gzip', 'identity']

/**
 * Chooses how to send a file by the request's `Accept-Encoding` (RFC 9110, 12.5.3).
 *
 * @param header undefined where the request has none: then nothing is encoded
 * @param available encodings in which the file is stored
 * @returns null where the client refuses all of them, `identity` too
 */
export function chooseEncoding(header: string | undefined, available: readonly Encoding[]): Encoding | null {
  if (header === undefined) return 'identity'
  const weights = readWeights(header)
  const weigh = (encoding: Encoding): number => {
    const stated = weights.get(encoding) ?? weights.get('*')
    // What is not named is not accepted, but for the plain bytes, which are unless they are refused.
    return stated ?? (encoding === 'identity' ? Number.MIN_VALUE : 0)
  }
  const offered = BEST_FIRST.filter((encoding) => encoding === 'identity' || available.includes(encoding))
  let best: Encoding | null = null
  for (const encoding of offered) if (weigh(encoding) > (best === null ? 0 : weigh(best))) best = encoding
  return best
}

function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    if (name === '') continue
    const weight = parameters.find((text) => /^q\s*=/.test(text))?.replace(/^q\s*=\s*/, '')
    const value = weight === undefined ? 1 : Number(weight)
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0)
  }
  return weights
}
