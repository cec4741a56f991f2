import { Button } from 'react-aria-components/Button'
import { useMessages } from '../context.tsx'

/** The first visit in three sentences. It blocks nothing: the views can be used beside it. */
export function Welcome({ onClose }: { onClose: () => void }) {
  const { text, cityNames } = useMessages()
  return (
    <section
      className="welcome"
      aria-labelledby="welcome-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <h2 id="welcome-title" className="welcome-title">
        {text('welcome.title', { cities: cityNames })}
      </h2>
      <p>{text('welcome.first')}</p>
      <p>{text('welcome.second')}</p>
      <p>{text('welcome.third')}</p>
      <Button className="button button-primary" onPress={onClose}>
        {text('welcome.start')}
      </Button>
    </section>
  )
}
