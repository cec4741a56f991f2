/** What can be selected: each has a card. */
export const SELECTION_KINDS = ['building', 'district', 'stop', 'line', 'place', 'amenity'] as const
/** Whether a text names a kind. */
export function isSelectionKind(text: unknown): text is SelectionKind {
  return SELECTION_KINDS.some((kind) => kind === text)
}
export type SelectionKind = (typeof SELECTION_KINDS)[number]
