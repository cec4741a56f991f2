import type { Card } from '../../services/data-service.ts'
import type { Selection } from '../../state/app-state.ts'
import { useModelParams } from '../common/use-model-params.ts'
import { useLoaded } from '../common/use-loaded.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

export type CardState =
  | { readonly status: 'empty' | 'loading' | 'missing' }
  | { readonly status: 'failed'; readonly retry: () => void }
  | { readonly status: 'ready'; readonly card: Card }

/** The card of what is selected, in the language that shows. */
export function useCard(): CardState {
  const { data } = useServices()
  const { language } = useMessages()
  const selection = useApp((app) => app.selection)
  // The card's figures are reckoned with the same assumptions as the map's.
  const heatParams = useModelParams()
  const key = selection === null ? null : JSON.stringify([selection, language, heatParams ?? {}])
  const loaded = useLoaded(key, async () => {
    const { cityId, kind, id } = selection as Selection
    // In a box, since no card is an answer too.
    return { card: await data.card(cityId, kind, id, language, heatParams) }
  })
  if (selection === null) return { status: 'empty' }
  if (loaded.status === 'failed') return loaded
  const card = loaded.value?.card ?? null
  // A card stays while its figures are reckoned anew: only another thing is worth a pause.
  if (card !== null && isCardOf(card, selection)) return { status: 'ready', card }
  return { status: loaded.status === 'ready' ? 'missing' : 'loading' }
}

function isCardOf(card: Card, { cityId, kind, id }: Selection): boolean {
  return card.cityId === cityId && card.kind === kind && card.id === id
}
