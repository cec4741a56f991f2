import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Footprints, RotateCcw, RotateCw, X, type LucideIcon } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { CITY_IDS } from '../../cities/index.ts'
import type { AppStore } from '../../state/store.ts'
import { shownCityIds } from '../../state/shown-cities.ts'
import { setCamera, toggleLinked } from '../../state/transitions.ts'
import { holdWay, setWalk, WALK_WAYS, type WalkWay } from '../../state/view-tools.ts'
import { stepPose } from '../../state/walk-pose.ts'
import { useMessages, useServices, useSession } from '../context.tsx'
import { useMediaQuery } from '../viewport.ts'
import { LimitsNote } from './limits-note.tsx'

const ICONS: Readonly<Record<WalkWay, LucideIcon>> = {
  'forward': ArrowUp,
  'back': ArrowDown,
  'left': ArrowLeft,
  'right': ArrowRight,
  'turn-left': RotateCcw,
  'turn-right': RotateCw,
}
const KEYS: Readonly<Record<string, WalkWay>> = {
  arrowup: 'forward',
  arrowdown: 'back',
  arrowleft: 'turn-left',
  arrowright: 'turn-right',
  w: 'forward',
  s: 'back',
  a: 'left',
  d: 'right',
  q: 'turn-left',
  e: 'turn-right',
}
/** As the buttons lie under a thumb. */
const ORDER: readonly WalkWay[] = ['turn-left', 'forward', 'turn-right', 'left', 'back', 'right']

/** A walk at eye height through both cities, their cameras linked. */
export function WalkTool() {
  const { text } = useMessages()
  const { store } = useServices()
  const walk = useSession((session) => session.walk)
  const isMotionReduced = useMediaQuery('(prefers-reduced-motion: reduce)')
  const isWalking = walk !== null
  const start = () => {
    const { app, update, updateSession } = store.getState()
    // The same steps in both cities are what the walk is for.
    if (!app.linked) update((now) => toggleLinked(now, shownCityIds(now.layout, now.swapped)[0] ?? CITY_IDS[0]))
    updateSession((session) => setWalk(session, { held: [] }))
    document.querySelector<HTMLElement>('.city-view:not([hidden])')?.focus({ preventScroll: true })
  }
  const end = () => store.getState().updateSession((session) => setWalk(session, null))
  useWalkKeys(store, isWalking, isMotionReduced)
  return (
    <>
      <p>{text('walk.how')}</p>
      <Button className="button button-primary walk-button" onPress={isWalking ? end : start}>
        {isWalking ? <X size={16} aria-hidden="true" /> : <Footprints size={16} aria-hidden="true" />}
        {text(isWalking ? 'walk.end' : 'walk.start')}
      </Button>
      {isWalking ? (
        <>
          <p className="quiet">
            {text('walk.keys')} {isMotionReduced ? text('walk.keysSteps') : null}
          </p>
          <div className="walk-pad">
            {ORDER.map((way) => {
              const Icon = ICONS[way]
              return (
                <Button
                  key={way}
                  className="icon-button"
                  aria-label={text(`walk.${way}`)}
                  onPressStart={() => go(store, way, true, isMotionReduced)}
                  onPressEnd={() => go(store, way, false, isMotionReduced)}
                >
                  <Icon size={20} aria-hidden="true" />
                </Button>
              )
            })}
          </div>
        </>
      ) : null}
      <LimitsNote of="walk.limits" />
    </>
  )
}

/** Begins or ends to go a way; where motion is reduced, the beginning is one step. */
function go(store: AppStore, way: WalkWay, begins: boolean, isMotionReduced: boolean): void {
  const { app, update, updateSession } = store.getState()
  if (!isMotionReduced) updateSession((session) => holdWay(session, way, begins))
  else if (begins) {
    const first = shownCityIds(app.layout, app.swapped)[0] ?? CITY_IDS[0]
    update((now) => setCamera(now, first, stepPose(now.cameras[first], way)))
  }
}

/** Keys of a walk, wherever the focus is but in a field. */
function useWalkKeys(store: AppStore, isWalking: boolean, isMotionReduced: boolean): void {
  useEffect(() => {
    if (!isWalking) return
    const { updateSession } = store.getState()
    const letGo = (): void => {
      for (const way of WALK_WAYS) updateSession((session) => holdWay(session, way, false))
    }
    const onDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'Escape') {
        event.preventDefault()
        updateSession((session) => setWalk(session, null))
        return
      }
      const way = KEYS[event.key.toLowerCase()]
      if (way === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat || isMotionReduced) go(store, way, true, isMotionReduced)
    }
    const onUp = (event: KeyboardEvent): void => {
      const way = KEYS[event.key.toLowerCase()]
      if (way !== undefined) go(store, way, false, isMotionReduced)
    }
    addEventListener('keydown', onDown, { capture: true })
    addEventListener('keyup', onUp)
    // A key that is let go in another window is never heard of.
    addEventListener('blur', letGo)
    return () => {
      removeEventListener('keydown', onDown, { capture: true })
      removeEventListener('keyup', onUp)
      removeEventListener('blur', letGo)
    }
  }, [store, isWalking, isMotionReduced])
}

/** Arrows mean something else in a field, a list of tabs and a slider. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="tab"]') !== null
  )
}
