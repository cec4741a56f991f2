import { RotateCw } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useMessages } from '../context.tsx'

/** In the place of what could not be read: a sentence, and another try. */
export function LoadFailure({ says, onRetry }: { readonly says: string; readonly onRetry: () => void }) {
  const { text } = useMessages()
  return (
    <div className="load-failure" role="alert">
      <p>{says}</p>
      <Button className="button" onPress={onRetry}>
        <RotateCw size={16} aria-hidden="true" />
        {text('app.tryAgain')}
      </Button>
    </div>
  )
}
