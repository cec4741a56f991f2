/** Version of the query's form. A query without one is of the newest form. */
export const URL_VERSION = '2'

/** What has stood in links by an older name, and what stands in its place. */
const RENAMED_TABS: Readonly<Record<string, string>> = { alike: 'matches' }

/**
 * The pairs of a query in today's form. Version 1 called the comparison `cmp`, and one of its tabs `alike`.
 * A version that is not known is left as it is, and read as far as it goes.
 */
export function migrateQuery(pairs: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] {
  const all = [...pairs]
  const version = all.find(([key]) => key === 'v')?.[1]
  if (version !== '1') return all
  return all.map(([key, value]) => {
    if (key === 'v') return [key, URL_VERSION]
    if (key === 'cmp') return ['compare', RENAMED_TABS[value] ?? value]
    return key.startsWith('cmp.') ? [`compare.${key.slice('cmp.'.length)}`, value] : [key, value]
  })
}
