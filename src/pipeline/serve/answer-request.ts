import type { IncomingHttpHeaders } from 'node:http'
import { chooseEncoding, type Encoding } from './choose-encoding.ts'
import type { Site, SiteFile } from './open-site.ts'
import { readRange } from './read-range.ts'

/** What to answer: the body is a text, or a piece of a stored file. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string | { readonly path: string; readonly first: number; readonly last: number } | null
}

export interface Question {
  readonly method: string
  /** As in the request: path and query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/** Answers a request from the site's files; an address that is none of them is answered with 404, never with the page. */
export function answerRequest(site: Site, { method, url, headers }: Question): Answer {
  const path = decodePath(url)
  if (path === null) return refuse(site, 400, 'The address cannot be read.')
  const common = { ...(/(^|\/)$|\.html$/.test(path) ? site.pageHeaders : site.otherHeaders), 'X-Content-Type-Options': 'nosniff' }
  if (method !== 'GET' && method !== 'HEAD') return refuse(site, 405, 'Files are read here, nothing else.', { Allow: 'GET, HEAD' })
  const file = site.files.get(path === '' ? 'index.html' : path)
  if (file === undefined) return refuse(site, 404, 'Not found.', common)
  const answer = answerWithFile(file, method, headers)
  return { ...answer, headers: { ...common, ...answer.headers } }
}

function answerWithFile(file: SiteFile, method: string, headers: IncomingHttpHeaders): Answer {
  const isEncoded = Object.keys(file.forms).length > 1
  const plain = file.forms.identity as { path: string; bytes: number; tag: string }
  const shared = { 'Cache-Control': file.cacheControl, ...(isEncoded ? { Vary: 'Accept-Encoding' } : {}), 'Accept-Ranges': 'bytes' }
  // A range counts the plain bytes, and a piece of an encoded file is of no use: ranges are sent as they are.
  const isCut = method === 'GET' && headers.range !== undefined && (headers['if-range'] === undefined || headers['if-range'] === plain.tag)
  const range = isCut ? readRange(headers.range, plain.bytes) : 'whole'
  const encoding =
    range === 'whole' ? chooseEncoding(headers['accept-encoding'] as string | undefined, Object.keys(file.forms) as Encoding[]) : 'identity'
  const form = encoding === null ? undefined : file.forms[encoding]
  if (form === undefined) return { status: 406, headers: { ...shared, ...textHeaders(REFUSED) }, body: REFUSED }
  const tagged = { ...shared, ETag: form.tag }
  if (matches(headers['if-none-match'], form.tag)) return { status: 304, headers: tagged, body: null }
  if (range === 'none')
    return { status: 416, headers: { ...shared, 'Content-Range': `bytes */${plain.bytes}`, 'Content-Length': 0 }, body: null }
  const [first, last] = range === 'whole' ? [0, form.bytes - 1] : [range.first, range.last]
  return {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...tagged,
      'Content-Type': file.mediaType,
      'Content-Length': last - first + 1,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding as string }),
      ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${first}-${last}/${plain.bytes}` }),
    },
    body: method === 'HEAD' || form.bytes === 0 ? null : { path: form.path, first, last },
  }
}

const REFUSED = 'None of the forms of this file is accepted.'

function refuse(site: Site, status: number, text: string, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { ...site.otherHeaders, 'X-Content-Type-Options': 'nosniff', ...more, 'Cache-Control': 'no-cache', ...textHeaders(text) },
    body: text,
  }
}

function textHeaders(text: string): Readonly<Record<string, string | number>> {
  return { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }
}

/** The path without its leading slash; null where it is not well written. */
function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '').replace(/^\//, '')
  } catch {
    return null
  }
}

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag)
}
