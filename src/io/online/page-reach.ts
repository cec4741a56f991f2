/** Name of the policy that says whom the page may reach (see the first script of the page). */
const POLICY_SELECTOR = 'meta[data-policy="reach"]'
/** Kept for this tab only, until it is closed. The first script of the page reads the first of them. */
export const HOSTS_KEY = 'kaksik.hosts'
export const SERVICES_KEY = 'kaksik.services'
/** A page that is allowed everything is no longer protected. */
const MOST_HOSTS = 12

/** Origins that the page's security policy lets it reach now; empty where there is no such policy. */
export function readReach(document: Pick<Document, 'querySelector'>): readonly string[] {
  const content = document.querySelector(POLICY_SELECTOR)?.getAttribute('content') ?? ''
  const directive = content
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith('connect-src '))
  return (directive ?? '').split(/\s+/).filter((source) => /^https?:\/\//.test(source))
}

/** Origins that the user has let the page reach, by storage that anyone may have written to. */
export function readHosts(storage: Pick<Storage, 'getItem'>): readonly string[] {
  const list = readList(storage, HOSTS_KEY)
  return list.filter((entry): entry is string => typeof entry === 'string' && isOrigin(entry)).slice(0, MOST_HOSTS)
}

export function addHost(storage: Pick<Storage, 'getItem' | 'setItem'>, origin: string): void {
  const others = readHosts(storage).filter((other) => other !== origin)
  // The last word counts most: the oldest host is the one to go.
  storage.setItem(HOSTS_KEY, JSON.stringify([...others, origin].slice(-MOST_HOSTS)))
}

export function dropHost(storage: Pick<Storage, 'getItem' | 'setItem'>, origin: string): void {
  storage.setItem(HOSTS_KEY, JSON.stringify(readHosts(storage).filter((other) => other !== origin)))
}

export function readList(storage: Pick<Storage, 'getItem'>, key: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function isOrigin(text: string): boolean {
  return /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') && new URL(text).origin === text
}
