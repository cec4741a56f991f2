import type { Language } from '../cities/city.ts'
import { messagesOf } from '../ui/context.tsx'

/** Shown when a bug has ended the app: what happened, and two ways to go on. */
export function Crash({ language, message }: { readonly language: Language; readonly message: string }) {
  const { text } = messagesOf(language)
  return (
    <main className="crash" role="alert">
      <h1>{text('app.error')}</h1>
      <p>{message}</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {text('app.tryAgain')}
        </button>{' '}
        <a href={location.pathname}>{text('app.startOver')}</a>
      </p>
    </main>
  )
}
