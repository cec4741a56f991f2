import { useMessages } from '../context.tsx'

/** The name of the app beside two shores that face each other. */
export function WordMark() {
  const { text } = useMessages()
  return (
    <h1 className="word-mark">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
        <path
          d="M3 20V10l4-3v13M7 20V4l3-2v18M21 20v-7l-3-2v9M18 20V8l-4-4v16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinejoin="round"
        />
        <path d="M1 20.5h22" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
      </svg>
      <span>{text('app.name')}</span>
    </h1>
  )
}
