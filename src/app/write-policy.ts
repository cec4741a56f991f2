/**
 * Writes the part of the page's security policy that says whom it may reach: our own origin, the hosts
 * that the app is built for, and those that the user has switched on in this tab. Runs as the first
 * script of the page, as text, before anything can be asked for: it may use nothing but its arguments.
 * A policy can only be made narrower while a page lives, so a host more needs the page to load again.
 *
 * What stands in the storage is taken as an origin only where it is one to the letter; anything else
 * could add a directive of its own.
 */
export function writePolicy(page: Pick<Document, 'createElement' | 'head'>, kept: string | null, connect: string, images: string): void {
  let hosts: unknown[] = []
  try {
    const value: unknown = JSON.parse(kept ?? '[]')
    if (Array.isArray(value)) hosts = value.slice(0, 12)
  } catch {
    // Broken storage allows nobody.
  }
  const allowed = hosts
    .filter((host) => {
      if (typeof host !== 'string' || !/^https?:\/\/[a-z0-9.\-:[\]]+$/.test(host)) return false
      try {
        return new URL(host).origin === host
      } catch {
        return false
      }
    })
    .join(' ')
  const meta = page.createElement('meta')
  meta.setAttribute('data-policy', 'reach')
  meta.setAttribute('http-equiv', 'Content-Security-Policy')
  meta.setAttribute('content', `connect-src ${connect} ${allowed}; img-src ${images} ${allowed}`)
  page.head.appendChild(meta)
}
