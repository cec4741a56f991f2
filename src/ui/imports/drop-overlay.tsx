import { FileUp } from 'lucide-react'
import { useMessages } from '../context.tsx'

/** Over everything while a file is dragged: dropping anywhere opens it. */
export function DropOverlay() {
  const { text } = useMessages()
  return (
    <div className="drop-overlay" role="status">
      <p className="drop-text">
        <FileUp size={28} aria-hidden="true" />
        {text('imports.drop')}
      </p>
    </div>
  )
}
