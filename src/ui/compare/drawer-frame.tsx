import { ChevronDown, ChevronsUp, ChevronUp } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { Comparison } from '../../state/comparison.ts'
import { setComparison } from '../../state/transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'

/** Folds the drawer to its tabs, or raises it over most of the views. */
export function SizeButtons() {
  const { text } = useMessages()
  const { store } = useServices()
  const onSize = (next: Comparison['size']) => store.getState().update((app) => setComparison(app, { size: next }))
  const size = useApp((app) => app.comparison.size)
  return (
    <>
      {size === 'tall' ? null : (
        <IconButton
          label={text(size === 'low' ? 'compare.unfold' : 'compare.raise')}
          placement="top"
          onPress={() => onSize(size === 'low' ? 'half' : 'tall')}
        >
          {size === 'low' ? <ChevronUp size={18} aria-hidden="true" /> : <ChevronsUp size={18} aria-hidden="true" />}
        </IconButton>
      )}
      {size === 'low' ? null : (
        <IconButton
          label={text(size === 'tall' ? 'compare.lower' : 'compare.fold')}
          placement="top"
          onPress={() => onSize(size === 'tall' ? 'half' : 'low')}
        >
          <ChevronDown size={18} aria-hidden="true" />
        </IconButton>
      )}
    </>
  )
}

/**
 * Opened by its button, the drawer takes the focus; closed from within, it gives it back.
 *
 * @param openerSelector finds the button
 */
export function useFocusOnOpen(openerSelector: string) {
  const drawer = useRef<HTMLElement>(null)
  // A layout effect: its end comes while the drawer, and the focus in it, still stand.
  useLayoutEffect(() => {
    const opener = document.querySelector<HTMLElement>(openerSelector)
    if (document.activeElement === opener) drawer.current?.focus()
    const element = drawer.current
    return () => {
      if (element?.contains(document.activeElement)) opener?.focus()
    }
  }, [openerSelector])
  return drawer
}
