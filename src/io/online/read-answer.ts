import { OnlineError, shorten } from './online-fault.ts'
import { findAll, readXml, type XmlElement } from './read-xml.ts'

/** Elements in which the OGC services say what was wrong, oldest first. */
const REASON_ELEMENTS = ['ServiceException', 'ExceptionText', 'Exception'] as const
/** Members in which JSON answers do. */
const REASON_MEMBERS = ['description', 'detail', 'message', 'title', 'text', 'error', 'code'] as const

/** Bytes as text. Wrong bytes become the replacement character rather than an error. */
function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/**
 * The JSON of an answer.
 *
 * @throws OnlineError: a web page or an exception report stands in its place, the text breaks off,
 *   or it is something else
 */
export function readJson(bytes: Uint8Array, host: string): unknown {
  const text = decodeText(bytes).trimStart()
  if (text === '') throw new OnlineError('unexpected', { host, expected: 'JSON', found: '0 B' })
  if (text.startsWith('<')) throw readMarkupFault(text, host, 'not-json')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (isCutOff(text)) throw new OnlineError('cut-off', { host, bytes: bytes.byteLength })
    throw new OnlineError('not-json', { host, said: shorten((error as Error).message) })
  }
  if (isRecord(value) && isException(value)) throw new OnlineError('exception', { host, said: reasonOfJson(value) })
  return value
}

/** The XML of an answer, with the same faults. */
export function readXmlAnswer(bytes: Uint8Array, host: string): XmlElement {
  const text = decodeText(bytes).trimStart()
  if (!text.startsWith('<')) throw new OnlineError('not-xml', { host, said: shorten(text.slice(0, 80)) })
  if (isWebPage(text)) throw new OnlineError('web-page', { host })
  let root: XmlElement
  try {
    root = readXml(text)
  } catch (error) {
    if (!/>\s*$/.test(text) || /ends inside/.test((error as Error).message))
      throw new OnlineError('cut-off', { host, bytes: bytes.byteLength })
    throw new OnlineError('not-xml', { host, said: shorten((error as Error).message) })
  }
  const reason = reasonOfXml(root)
  if (reason !== null) throw new OnlineError('exception', { host, said: reason })
  return root
}

/** What an error answer says in words, or an empty text. */
export function findReason(bytes: Uint8Array): string {
  const text = decodeText(bytes.subarray(0, 20_000)).trimStart()
  try {
    if (text.startsWith('<')) return reasonOfXml(readXml(text)) ?? ''
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? reasonOfJson(value) : ''
  } catch {
    return ''
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readMarkupFault(text: string, host: string, otherwise: 'not-json'): OnlineError {
  if (isWebPage(text)) return new OnlineError('web-page', { host })
  try {
    const reason = reasonOfXml(readXml(text))
    if (reason !== null) return new OnlineError('exception', { host, said: reason })
  } catch {
    // Not even XML: said below.
  }
  return new OnlineError(otherwise, { host, said: shorten(text.slice(0, 80)) || '<' })
}

function isWebPage(text: string): boolean {
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype html|<html|<head|<body)/i.test(text)
}

/** Text that ends before its brackets do: what a broken transfer leaves. */
function isCutOff(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isInText) {
      if (sign === '\\') at++
      else if (sign === '"') isInText = false
    } else if (sign === '"') isInText = true
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
  }
  return isInText || depth > 0
}

function reasonOfXml(root: XmlElement): string | null {
  if (!/Exception/.test(root.name)) return null
  for (const name of REASON_ELEMENTS) {
    const found = findAll(root, name).find((element) => element.text !== '')
    if (found !== undefined) return shorten(found.text)
  }
  const code = findAll(root, 'Exception').concat(findAll(root, 'ServiceException'))[0]?.attributes
  return shorten(code?.['exceptionCode'] ?? code?.['code'] ?? root.name)
}

/** GeoServer's exceptions in JSON, those of OGC API, and ArcGIS's `error`. */
function isException(value: Readonly<Record<string, unknown>>): boolean {
  if (Array.isArray(value['features']) || value['asset'] !== undefined) return false
  return (
    Array.isArray(value['exceptions']) || isRecord(value['error']) || (value['code'] !== undefined && value['description'] !== undefined)
  )
}

function reasonOfJson(value: Readonly<Record<string, unknown>>): string {
  const exceptions: unknown = value['exceptions']
  const inner = Array.isArray(exceptions) && isRecord(exceptions[0]) ? exceptions[0] : isRecord(value['error']) ? value['error'] : value
  for (const name of REASON_MEMBERS) {
    const said = inner[name]
    if (typeof said === 'string' && said !== '') return shorten(said)
  }
  return ''
}
