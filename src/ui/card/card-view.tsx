import { Navigation, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Card } from '../../services/data-service.ts'
import { setSelection } from '../../state/transitions.ts'
import { requestFlight } from '../../state/session-transitions.ts'
import { CityDot } from '../common/city-dot.tsx'
import { IconButton } from '../common/icon-button.tsx'
import { LoadFailure } from '../common/load-failure.tsx'
import { useMessages, useServices } from '../context.tsx'
import { lazyPart } from '../common/lazy-part.tsx'
import { FactList } from './fact-list.tsx'
import { SourceList } from './source-list.tsx'
import { useCard, type CardState } from './use-card.ts'

/** What a scenario may do with a building. */
const CardActions = lazyPart(() => import('../scenario/draw/card-actions.tsx').then((module) => module.CardActions))

/** Least size of what a flight shows around a thing, in metres. */
const LEAST_EXTENT_METRES = 120
const EXTENT_OF_AREA_METRES = 2500

/** What is known of the selected thing. */
export function CardView() {
  const { store } = useServices()
  const state = useCard()
  const close = () => store.getState().update((app) => setSelection(app, null))
  return (
    <div
      className="card"
      aria-live="polite"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      {state.status === 'ready' ? <CardContent card={state.card} onClose={close} /> : <CardRemark state={state} onClose={close} />}
    </div>
  )
}

const REMARKS = {
  empty: 'cardPanel.empty',
  loading: 'cardPanel.loading',
  failed: 'cardPanel.failed',
  missing: 'cardPanel.notFound',
} as const

function CardRemark({ state, onClose }: { state: Exclude<CardState, { readonly status: 'ready' }>; onClose: () => void }) {
  const { text } = useMessages()
  return (
    <div className="card-remark">
      {state.status === 'failed' ? (
        <LoadFailure says={text(REMARKS.failed)} onRetry={state.retry} />
      ) : (
        <p className="quiet">{text(REMARKS[state.status])}</p>
      )}
      {state.status === 'empty' ? null : (
        <IconButton label={text('cardPanel.close')} onPress={onClose}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}

function CardContent({ card, onClose }: { card: Card; onClose: () => void }) {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const fallback = text(card.kind === 'building' ? 'cardPanel.unnamed.building' : 'cardPanel.unnamed.other')
  const fly = () =>
    store.getState().updateSession((session) =>
      requestFlight(session, card.cityId, {
        kind: 'place',
        positionDegrees: card.positionDegrees,
        extentMetres: card.outlineDegrees === null ? Math.max(LEAST_EXTENT_METRES, card.heightMetres * 4) : EXTENT_OF_AREA_METRES,
      }),
    )
  return (
    <>
      <div className="card-head">
        <div className="card-titles">
          <p className="card-kind">
            <CityDot cityId={card.cityId} />
            {cityName(card.cityId)} · {text(`kind.${card.kind}`)}
          </p>
          <h2 className="card-title">{card.title ?? fallback}</h2>
          {card.subtitle === null ? null : <p className="card-subtitle">{card.subtitle}</p>}
        </div>
        <IconButton label={text('cardPanel.close')} onPress={onClose}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      {card.kind === 'building' ? <CardActions card={card} /> : null}
      <FactList facts={card.facts} />
      <SourceList facts={card.facts} />
      <Button className="button card-fly" onPress={fly}>
        <Navigation size={16} aria-hidden="true" />
        {text('cardPanel.fly')}
      </Button>
    </>
  )
}
