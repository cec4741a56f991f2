import { SCENARIO_LIMITS } from './limits.ts'
import { failWhole, parseScenarioText, type ParsedScenario, type ParseOptions } from './parse/parse-scenario.ts'
import type { Scenario } from './types.ts'

/** Longer links are cut by programs that pass them on: then a file is what to send. */
export const MOST_LINK_CHARACTERS = 8000

/** Stands first, so that another way of packing can be told from this one. */
const PACKING = '1'

export type EncodedLink =
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'too-long'; readonly characters: number; readonly most: number }

/** A scenario as text that may stand in the fragment of an address: compressed JSON in base64url. */
export async function encodeScenarioLink(scenario: Scenario, mostCharacters = MOST_LINK_CHARACTERS): Promise<EncodedLink> {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario))
  const packed = await pump(bytes, new CompressionStream('deflate-raw'), Infinity)
  const text = PACKING + toBase64Url(packed as Uint8Array)
  return text.length <= mostCharacters ? { kind: 'link', text } : { kind: 'too-long', characters: text.length, most: mostCharacters }
}

/** Reads a scenario out of the fragment of a link. Nothing of it is trusted, least of all how large it unpacks. */
export async function decodeScenarioLink(text: string, options: ParseOptions): Promise<ParsedScenario> {
  const packed = text.startsWith(PACKING) ? fromBase64Url(text.slice(PACKING.length)) : null
  if (packed === null) return failWhole('link-damaged', {})
  let bytes: Uint8Array | null
  try {
    bytes = await pump(packed, new DecompressionStream('deflate-raw'), SCENARIO_LIMITS.textBytes)
  } catch {
    return failWhole('link-damaged', {})
  }
  if (bytes === null) return failWhole('link-unpacks-too-large', { most: SCENARIO_LIMITS.textBytes })
  return parseScenarioText(new TextDecoder().decode(bytes), options)
}

/** What comes out of a stream; null, without waiting for the rest, once it is more than so many bytes. */
async function pump(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  mostBytes: number,
): Promise<Uint8Array | null> {
  const writer = stream.writable.getWriter()
  // A stream that fails says so to its reader; to the writer as well, which nobody waits for.
  const written = writer.write(bytes).then(async () => await writer.close())
  written.catch(() => {})
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    length += value.length
    if (length > mostBytes) {
      reader.cancel().catch(() => {})
      return null
    }
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const PIECE_BYTES = 0x8000

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE_BYTES))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null where it is none. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
