/** A word or path that belongs to the making of the project, not to the project. */
interface Trace {
  readonly name: string
  readonly pattern: RegExp
}

/** Joined at run time, so that this file does not find itself. */
const join = (...parts: readonly string[]) => parts.join('')

const TRACES: readonly Trace[] = [
  { name: 'a path of one machine', pattern: new RegExp(join('(^|[\\s"\'`(=:])/(work', '|home|root|Users)/[\\w.]'), 'm') },
  { name: 'a temporary file of one machine', pattern: new RegExp(join('(^|[\\s"\'`(=:])/tm', 'p/[\\w.]'), 'm') },
  { name: 'a folder outside the repository', pattern: new RegExp(join('\\bshared', '/(sources|design|domain|tech)\\b')) },
  { name: 'the number of a ticket', pattern: new RegExp(join('\\b(issue|ticket|task', ')\\s+#?\\d+\\b'), 'i') },
  {
    name: 'who or what wrote it',
    pattern: new RegExp(
      join('\\b(assist', 'ants?|subag', 'ents?|chat', 'bots?|LL', 'Ms?|Cla', 'ude|Anthro', 'pic|Open', 'AI|Chat', 'GPT|Copi', 'lot)\\b'),
      'i',
    ),
  },
  {
    name: 'the sitting in which it was written',
    pattern: new RegExp(
      join('\\b(this|that|earlier|later|previous|next|last|another|other|each|my|our|your)\\s+(work(ing)?\\s+)?sess', 'ions?\\b'),
      'i',
    ),
  },
]

/** Each trace in a text: what it is, and the line it stands in. Empty when there is none. */
export function findTraces(text: string): string[] {
  return TRACES.flatMap(({ name, pattern }) => {
    const match = pattern.exec(text)
    if (match === null) return []
    const line = text.slice(0, match.index + match[0].length).split('\n').length
    return [`line ${line}: ${name} (${match[0].trim()})`]
  })
}

/** Lock file entries that would be fetched from somewhere other than npm's public registry. */
export function findForeignPackages(lock: unknown): string[] {
  const packages = (lock as { readonly packages?: Readonly<Record<string, { readonly resolved?: string }>> }).packages ?? {}
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
    .map(([name]) => name)
}
