import type { Manifest, ManifestSource } from '../../schema/datasets.ts'

/** One holder's data under one licence: what a credit has to say. */
export interface CreditLine {
  readonly credit: string
  readonly licence: string
  /** Year or span of the data; null where no source states one. */
  readonly years: string | null
}

/** Every source of a city once, by its key, in the order of the files. */
export function listSources(manifest: Manifest): readonly ManifestSource[] {
  const sources = new Map<string, ManifestSource>()
  for (const file of Object.values(manifest.files)) {
    for (const source of file.sources) if (!sources.has(source.key)) sources.set(source.key, source)
  }
  return [...sources.values()]
}

/** A city's sources joined by credit and licence, with the span of their years. */
export function listCreditLines(manifest: Manifest): readonly CreditLine[] {
  const groups = new Map<string, { credit: string; licence: string; years: number[]; hasSign: boolean }>()
  for (const { credit, licence, year } of listSources(manifest)) {
    // A credit that starts without its sign is the same credit.
    const plain = credit.replace(/^©\s*/, '')
    const key = `${plain}\n${licence}`
    const group = groups.get(key) ?? { credit: plain, licence, years: [], hasSign: false }
    groups.set(key, group)
    group.hasSign ||= plain !== credit
    group.years.push(...[...(year ?? '').matchAll(/\d{4}/g)].map(([digits]) => Number(digits)))
  }
  return [...groups.values()].map(({ credit, licence, years, hasSign }) => ({
    credit: hasSign ? `© ${credit}` : credit,
    licence,
    years: spanOf(years),
  }))
}

/** Holders of all the given sources for one short line, each once, the shortest name that is known of it. */
export function listHolders(sources: readonly ManifestSource[]): readonly string[] {
  const holders: string[] = []
  for (const { publisher } of sources) {
    // What this project made of others' data is credited by theirs.
    if (publisher.startsWith('derived from ') || publisher === 'Kaksik') continue
    const holder = shortenHolder(publisher)
    // A department of a city that is named already adds nothing to a short line.
    if (!holders.some((known) => holder === known || holder.startsWith(`${known} `))) holders.push(holder)
  }
  return holders.toSorted((a, b) => Number(isVolunteers(b)) - Number(isVolunteers(a)))
}

/** `City of X` is X, `Long Name (LN)` and `Long Name LN` are LN, `Long Name Here of Y` is LNH. */
export function shortenHolder(publisher: string): string {
  const main = (publisher.split(';')[0] as string).trim()
  const acronym = /\(?\b([A-Z]{2,})\)?$/.exec(main)?.[1]
  if (acronym !== undefined) return acronym
  const plain = main.replace(/\s*\([^)]*\)$/, '')
  const city = /^City of (.+)$/.exec(plain)?.[1]
  if (city !== undefined) return city
  const words = plain.replace(/ (of|for) .+$/, '').split(' ')
  return words.length >= 3 && words.every((word) => /^[A-Z]/.test(word)) && / of /.test(plain)
    ? words.map((word) => word[0]).join('')
    : plain.replace(/ for .+$/, '')
}

function isVolunteers(holder: string): boolean {
  return holder.endsWith(' contributors')
}

function spanOf(years: readonly number[]): string | null {
  if (years.length === 0) return null
  const first = Math.min(...years)
  const last = Math.max(...years)
  return first === last ? `${first}` : `${first}–${last}`
}
