/** What can be selected: each has a card. */
export const SELECTION_KINDS = ['building', 'district', 'stop', 'line', 'place'] as const
export type SelectionKind = (typeof SELECTION_KINDS)[number]
