import { OnlineError, shorten } from './online-fault.ts'

const LONGEST_ADDRESS = 2000

/**
 * An address as somebody typed it. Without a scheme it is taken as https.
 *
 * @throws OnlineError for what is no web address (`address`), is of another scheme (`scheme`: files,
 *   scripts and data are no services) or carries a name and password (`credentials`: they would be
 *   kept in plain text)
 */
export function readAddress(text: string): URL {
  const typed = text.trim()
  if (typed === '' || typed.length > LONGEST_ADDRESS || /[\s\p{Cc}]/u.test(typed))
    throw new OnlineError('address', { text: shorten(typed) })
  // A colon before digits is a port, not a scheme.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed)
  let url: URL
  try {
    url = new URL(hasScheme ? typed : `https://${typed}`)
  } catch {
    throw new OnlineError('address', { text: shorten(typed) })
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OnlineError('scheme', { scheme: shorten(url.protocol) })
  if (url.username !== '' || url.password !== '') throw new OnlineError('credentials', { host: url.host })
  if (url.hostname === '') throw new OnlineError('address', { text: shorten(typed) })
  url.hash = ''
  return url
}

/** Sets a parameter; services read the names of theirs in any case, so a differently written one goes. */
export function withParameters(url: URL, parameters: Readonly<Record<string, string | number | null>>): URL {
  const changed = new URL(url)
  for (const [name, value] of Object.entries(parameters)) {
    removeParameter(changed, name)
    if (value !== null) changed.searchParams.set(name, String(value))
  }
  return changed
}

/** Value of a parameter, its name in any case; null where it is missing or empty. */
export function parameterOf(url: URL, ...names: readonly string[]): string | null {
  for (const [key, value] of url.searchParams) {
    if (value !== '' && names.some((name) => name.toLowerCase() === key.toLowerCase())) return value
  }
  return null
}

function removeParameter(url: URL, name: string): void {
  for (const key of [...url.searchParams.keys()]) {
    if (key.toLowerCase() === name.toLowerCase()) url.searchParams.delete(key)
  }
}

/**
 * An address that a service gave for the next page. Services behind a proxy often write http where
 * they mean https; any other host than the one that was switched on is refused.
 */
export function resolveOnHost(link: string, from: URL): URL {
  let url: URL
  try {
    url = new URL(link, from)
  } catch {
    throw new OnlineError('unexpected', { host: from.host, expected: 'link', found: shorten(link) })
  }
  if (url.protocol === 'http:' && from.protocol === 'https:' && url.hostname === from.hostname) {
    url.protocol = 'https:'
    url.port = from.port
  }
  if (url.origin !== from.origin) throw new OnlineError('redirect', { host: from.host, other: shorten(url.host || url.protocol) })
  url.hash = ''
  return url
}
