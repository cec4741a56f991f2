import { X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { IconButton } from './common/icon-button.tsx'
import { useMessages, type Notice } from './context.tsx'
import { Troubles } from './troubles.tsx'

const SHOWN_MILLISECONDS = 8000

export interface ShownNotice extends Notice {
  readonly id: number
}

/** The messages that show now; each goes by itself after a while, or when dismissed. */
export function useNotices(initial: readonly Notice[]) {
  const next = useRef(initial.length)
  const [shown, setShown] = useState<readonly ShownNotice[]>(() => initial.map((notice, id) => ({ ...notice, id })))
  const dismiss = useCallback((id: number) => setShown((before) => before.filter((notice) => notice.id !== id)), [])
  const notify = useCallback((notice: Notice) => {
    const id = next.current++
    setShown((before) => [...before.filter((other) => other.key !== notice.key), { ...notice, id }])
  }, [])
  return { shown, notify, dismiss }
}

/** Short messages in a region that is read out when it changes. */
export function Notices({ shown, onDismiss }: { shown: readonly ShownNotice[]; onDismiss: (id: number) => void }) {
  const { text } = useMessages()
  return (
    <div className="notices" role="region" aria-label={text('notice.region')} aria-live="polite">
      <Troubles />
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onDismiss={onDismiss} />
      ))}
    </div>
  )
}

function NoticeLine({ notice, onDismiss }: { notice: ShownNotice; onDismiss: (id: number) => void }) {
  const { text } = useMessages()
  const { id } = notice
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onDismiss(id), SHOWN_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [id, isHeld, onDismiss])
  return (
    <div className="notice" onPointerEnter={() => setIsHeld(true)} onPointerLeave={() => setIsHeld(false)} onFocus={() => setIsHeld(true)}>
      <p>{text(notice.key, notice.values)}</p>
      <IconButton label={text('notice.dismiss')} placement="top" onPress={() => onDismiss(id)}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
