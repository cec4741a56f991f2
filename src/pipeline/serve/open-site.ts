import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FILE_LIST, readFileList } from '../files/file-list.ts'
import type { Encoding } from './choose-encoding.ts'
import { mediaTypeOf } from './media-types.ts'

/** Name of the file of a built app that holds the headers to be sent with its pages and with all else. */
export const HEADERS_FILE = 'headers.json'

/** One address of the site. */
export interface SiteFile {
  readonly mediaType: string
  readonly cacheControl: string
  /** The stored forms of the file: where each is, its length, and its entity tag. */
  readonly forms: Readonly<Partial<Record<Encoding, { readonly path: string; readonly bytes: number; readonly tag: string }>>>
}

type Headers = Readonly<Record<string, string>>

/** A built app, ready to be served: nothing but what its list of files names. */
export interface Site {
  readonly files: ReadonlyMap<string, SiteFile>
  readonly pageHeaders: Headers
  readonly otherHeaders: Headers
}

/** Names in this folder carry a hash of their contents, so that they never mean anything else. */
const HASHED_FOLDER = 'assets/'

/**
 * Reads what a folder built by `npm run build` serves.
 * @throws Error saying what to run, where the folder has no list of its files.
 */
export async function openSite(folder: string): Promise<Site> {
  const list = await readFileList(folder)
  if (list === null) throw new Error(`${join(folder, FILE_LIST)} is missing or damaged: run "npm run build" first`)
  const files = new Map<string, SiteFile>()
  for (const [path, entry] of Object.entries(list.files)) {
    if (path === HEADERS_FILE || isStoredForm(path, list.files)) continue
    const formOf = (encoding: Encoding, ending: string) => {
      const stored = list.files[path + ending]
      // The tag is that of the plain bytes, as it is they that a range is cut from and a form is made of.
      return stored === undefined
        ? {}
        : {
            [encoding]: {
              path: join(folder, path + ending),
              bytes: stored.bytes,
              tag: `"${entry.sha256.slice(0, 24)}${ending.replace('.', '-')}"`,
            },
          }
    }
    files.set(path, {
      mediaType: mediaTypeOf(path),
      cacheControl: path.startsWith(HASHED_FOLDER) ? 'public, max-age=31536000, immutable' : 'no-cache',
      forms: { ...formOf('identity', ''), ...formOf('br', '.br'), ...formOf('gzip', '.gz') },
    })
  }
  const { page, other } = JSON.parse(await readFile(join(folder, HEADERS_FILE), 'utf8')) as { page: Headers; other: Headers }
  return { files, pageHeaders: page, otherHeaders: other }
}

/** The site of a folder, read again when the folder was built anew meanwhile. */
export function watchSite(folder: string): () => Promise<Site> {
  let known: { readonly mark: string; readonly site: Site } | null = null
  return async () => {
    const seen = await stat(join(folder, FILE_LIST)).catch(() => null)
    // For a moment, while a new build takes its place, the folder is not there.
    if (seen === null && known !== null) return known.site
    const mark = `${seen?.ino} ${seen?.mtimeMs} ${seen?.size}`
    if (known?.mark !== mark) known = { mark, site: await openSite(folder) }
    return known.site
  }
}

function isStoredForm(path: string, files: Readonly<Record<string, unknown>>): boolean {
  return /\.(br|gz)$/.test(path) && path.replace(/\.(br|gz)$/, '') in files
}
