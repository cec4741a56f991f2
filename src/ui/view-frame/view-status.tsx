import { RotateCw, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { CityId } from '../../cities/index.ts'
import { requestRetry } from '../../state/session-transitions.ts'
import { useMessages, useServices, useSession } from '../context.tsx'

/**
 * How far the view is: a line as long as the real share while it loads (the seam writes the figure
 * by the city's name), what failed and a way to try again, else nothing.
 */
export function ViewStatus({ cityId }: { cityId: CityId }) {
  const { text, share, cityName } = useMessages()
  const { store } = useServices()
  const progress = useSession((session) => session.progress[cityId])
  const city = cityName(cityId)
  if (progress.status === 'failed') {
    return (
      <div className="view-status view-failed" role="alert">
        <p className="view-failed-title">
          <TriangleAlert size={18} aria-hidden="true" />
          {text('view.failed', { city })}
        </p>
        {progress.failure === null ? null : <p className="view-failed-reason">{progress.failure}</p>}
        <Button className="button" onPress={() => store.getState().updateSession((session) => requestRetry(session, cityId))}>
          <RotateCw size={16} aria-hidden="true" />
          {text('view.retry')}
        </Button>
      </div>
    )
  }
  if (progress.status !== 'loading') return null
  const percent = Math.round(progress.share * 100)
  return (
    <ProgressBar
      className="view-status view-loading"
      value={percent}
      aria-label={text('view.loading', { city, share: share(progress.share) })}
    >
      <span className="view-loading-line" style={{ width: `${percent}%` }} />
    </ProgressBar>
  )
}
