import { useEffect } from 'react'
import { redoScenario, setShowsBefore, undoScenario } from '../../state/scenario-session.ts'
import { setKeeping } from '../../state/scenario-keeping.ts'
import type { AppStore } from '../../state/store.ts'
import { useMessages, useServices, useSession } from '../context.tsx'
import '../styles/scenario.css'
import { ProposalDialog } from './share/proposal-dialog.tsx'

/** What stands over the page, the panel open or not: keys, a sign while "before" shows, and what has to be told or asked. */
export function ScenarioHost() {
  const { text } = useMessages()
  const { store } = useServices()
  const showsBefore = useSession((session) => session.showsBefore)
  const against = useSession((session) => session.baseline?.name ?? null)
  const proposal = useSession((session) => session.proposal)
  useScenarioKeys(store)
  useNews()
  return (
    <>
      <p className="before-sign" role="status" data-shown={showsBefore || undefined}>
        {!showsBefore ? null : against === null ? text('scenario.before.today') : text('scenario.before.other', { name: against })}
      </p>
      {proposal === null ? null : <ProposalDialog proposal={proposal} />}
    </>
  )
}

/** Tells what the keeping of scenarios has to tell, once each. */
function useNews(): void {
  const { store, notify } = useServices()
  const news = useSession((session) => session.keeping.news)
  useEffect(() => {
    if (news === null) return
    notify({ key: `scenario.news.${news.kind}`, values: { name: news.name } })
    store.getState().updateSession((session) => (session.keeping.news === news ? setKeeping(session, { news: null }) : session))
  }, [news, notify, store])
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) go back and forth; while B is held, the state before shows. */
function useScenarioKeys(store: AppStore): void {
  useEffect(() => {
    const { updateSession } = store.getState()
    const onDown = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.altKey) return
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' && key !== 'y') return
        event.preventDefault()
        updateSession(key === 'y' || event.shiftKey ? redoScenario : undoScenario)
      } else if (key === 'b' && !event.shiftKey) {
        if (!event.repeat) updateSession((session) => setShowsBefore(session, true))
      }
    }
    const onUp = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'b') end()
    }
    // A key that is let go in another window is never heard of.
    const end = (): void => updateSession((session) => setShowsBefore(session, false))
    addEventListener('keydown', onDown)
    addEventListener('keyup', onUp)
    addEventListener('blur', end)
    return () => {
      removeEventListener('keydown', onDown)
      removeEventListener('keyup', onUp)
      removeEventListener('blur', end)
    }
  }, [store])
}

/** Whether what has the focus takes letters itself: a field, or a list that looks for the typed word. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="listbox"], [role="menu"]') !== null
}
