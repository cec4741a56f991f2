import type { Issue } from './dataset.ts'
import { createIssue } from './issues.ts'

/** The items without those whose `keyOf` (geometry and what is drawn of it) occurred before; each of these becomes an issue. */
export function dropRepeated<Item extends { readonly file: string; readonly label: string }>(
  items: readonly Item[],
  keyOf: (item: Item) => unknown,
  issues: Issue[],
): readonly Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = JSON.stringify(keyOf(item))
    if (seen.has(key)) {
      issues.push(createIssue('dropped', item.file, item.label, 'duplicate-geometry'))
      return false
    }
    seen.add(key)
    return true
  })
}
