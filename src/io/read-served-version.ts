/** The entry script of a page, by which versions of the app differ: its name is made of its contents. Null where there is none. */
export function findEntry(html: string): string | null {
  const tag = /<script\b[^>]*\btype="module"[^>]*>/.exec(html)?.[0] ?? ''
  return /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? null
}

/**
 * The entry script that the server's page names now, past every cache. Null where the page cannot be had or is
 * none of ours, so that a broken line is not taken for a new version.
 */
export async function readServedEntry(pageUrl: URL | string, ask: typeof fetch = fetch): Promise<string | null> {
  try {
    const response = await ask(pageUrl, { cache: 'no-store' })
    return response.ok ? findEntry(await response.text()) : null
  } catch {
    return null
  }
}
