/** Version of the query's form. A query without one is of the newest form. */
export const URL_VERSION = '2'

/** What has stood in links by an older name, and what stands in its place. Maps: a link may hold any word. */
const RENAMED_TABS: ReadonlyMap<string, string> = new Map([['alike', 'matches']])
/** Whatever the version says: these words never meant anything else. */
const RENAMED_LAYOUTS: ReadonlyMap<string, string> = new Map([['both', 'all']])

/**
 * The pairs of a query in today's form. Version 1 called the comparison `cmp`, and one of its tabs `alike`.
 * A version that is not known is left as it is, and read as far as it goes.
 */
export function migrateQuery(pairs: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] {
  const all = Array.from(pairs, ([key, value]) => [key, key === 'view' ? RENAMED_LAYOUTS.get(value) ?? value : value] as const)
  const version = all.find(([key]) => key === 'v')?.[1]
  if (version !== '1') return all
  return all.map(([key, value]) => {
    if (key === 'v') return [key, URL_VERSION]
    if (key === 'cmp') return ['compare', RENAMED_TABS.get(value) ?? value]
    return key.startsWith('cmp.') ? [`compare.${key.slice('cmp.'.length)}`, value] : [key, value]
  })
}
