import { useEffect, useState } from 'react'
import type { Card } from '../../services/data-service.ts'
import type { Selection } from '../../state/app-state.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

export type CardState =
  | { readonly status: 'empty' | 'loading' | 'failed' | 'missing' }
  | { readonly status: 'ready'; readonly card: Card }

/** The card of what is selected, in the language that shows. */
export function useCard(): CardState {
  const { data } = useServices()
  const { language } = useMessages()
  const selection = useApp((app) => app.selection)
  // The card's heat is reckoned with the same assumptions as the map's.
  const heatParams = useApp((app) => app.layerParams['building-heat'])
  const [state, setState] = useState<CardState>({ status: selection === null ? 'empty' : 'loading' })
  useEffect(() => {
    if (selection === null) {
      setState({ status: 'empty' })
      return
    }
    let isCurrent = true
    // A card stays while its figures are reckoned anew: only another thing is worth a pause.
    setState((before) => before.status === 'ready' && isCardOf(before.card, selection) ? before : { status: 'loading' })
    data.card(selection.cityId, selection.kind, selection.id, language, heatParams).then(
      (card) => { if (isCurrent) setState(card === null ? { status: 'missing' } : { status: 'ready', card }) },
      () => { if (isCurrent) setState({ status: 'failed' }) },
    )
    return () => { isCurrent = false }
  }, [data, heatParams, language, selection])
  return state
}

function isCardOf(card: Card, { cityId, kind, id }: Selection): boolean {
  return card.cityId === cityId && card.kind === kind && card.id === id
}
