import { useEffect, useState } from 'react'
import type { Card } from '../../io/data-service.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

export type CardState =
  | { readonly status: 'empty' | 'loading' | 'failed' | 'missing' }
  | { readonly status: 'ready'; readonly card: Card }

/** The card of what is selected, in the language that shows. */
export function useCard(): CardState {
  const { data } = useServices()
  const { language } = useMessages()
  const selection = useApp((app) => app.selection)
  const [state, setState] = useState<CardState>({ status: selection === null ? 'empty' : 'loading' })
  useEffect(() => {
    if (selection === null) {
      setState({ status: 'empty' })
      return
    }
    let isCurrent = true
    setState({ status: 'loading' })
    data.card(selection.cityId, selection.kind, selection.id, language).then(
      (card) => { if (isCurrent) setState(card === null ? { status: 'missing' } : { status: 'ready', card }) },
      () => { if (isCurrent) setState({ status: 'failed' }) },
    )
    return () => { isCurrent = false }
  }, [data, language, selection])
  return state
}
