import { ChevronDown, ChevronUp, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CityId } from '../../cities/index.ts'
import type { LayerId } from '../../layers/ids.ts'
import { requestLayerRetry } from '../../state/session-transitions.ts'
import { shownCityIds } from '../../state/shown-cities.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices, useSession } from '../context.tsx'
import { ChoiceField } from '../layers-panel/choice-field.tsx'
import type { CityLegend } from './axis-chart.tsx'
import { LegendPart } from './legend-part.tsx'
import { listNoteTexts } from './note-texts.ts'
import { MapLegend } from './map-legend.tsx'
import { ScaleChoice } from './scale-choice.tsx'
import { useLegendLayer } from './use-legend-layer.ts'

/** The legend of all views: one while the scale is joint, otherwise one for each that stand apart as the views do. */
export function LegendView({ isFolding }: { isFolding: boolean }) {
  const { layers, shown, choose } = useLegendLayer()
  const [isOpen, setIsOpen] = useState(true)
  const { text } = useMessages()
  const isSplit = useApp((app) => app.scaleMode === 'per-city' && app.layout === 'all')
  if (shown === null)
    return (
      <div className="legend legend-map">
        <MapLegend />
      </div>
    )
  const isShown = isOpen || !isFolding
  return (
    <div className="legend" data-split={isSplit && isShown}>
      <div className="legend-head">
        {layers.length > 1 ? (
          <ChoiceField
            label={text('legend.select')}
            isLabelHidden
            choices={layers.map((id) => ({ id, text: text(`layer.${id}`) }))}
            value={shown}
            onChange={(id) => choose(id as LayerId)}
          />
        ) : (
          <h2 className="legend-title">{text(`layer.${shown}`)}</h2>
        )}
        <LegendUnit layerId={shown} />
        {isFolding ? (
          <IconButton label={text(isShown ? 'legend.collapse' : 'legend.expand')} placement="top" onPress={() => setIsOpen(!isOpen)}>
            {isShown ? <ChevronDown size={18} aria-hidden="true" /> : <ChevronUp size={18} aria-hidden="true" />}
          </IconButton>
        ) : null}
      </div>
      {isShown ? <LegendBody layerId={shown} /> : null}
    </div>
  )
}

/** The legends of the shown cities that could be made, in the order of the views. */
function useCityLegends(layerId: LayerId): {
  readonly legends: readonly CityLegend[]
  readonly failures: readonly { readonly cityId: CityId; readonly reason: string }[]
  readonly isLoading: boolean
} {
  const outcome = useSession((session) => session.pictures[layerId])
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const legends: CityLegend[] = []
  const failures: { cityId: CityId; reason: string }[] = []
  for (const cityId of shownCityIds(layout, swapped)) {
    const picture = outcome?.[cityId]
    if (picture === undefined) continue
    if ('failure' in picture) failures.push({ cityId, reason: picture.failure })
    else legends.push({ cityId, legend: picture.legend })
  }
  return { legends, failures, isLoading: outcome === undefined }
}

function LegendUnit({ layerId }: { layerId: LayerId }) {
  const { dataText } = useMessages()
  const unitKey = useCityLegends(layerId).legends[0]?.legend.unitKey ?? null
  return unitKey === null ? null : <span className="unit legend-unit">{dataText(unitKey)}</span>
}

function LegendBody({ layerId }: { layerId: LayerId }) {
  const messages = useMessages()
  const { text, cityName } = messages
  const { store } = useServices()
  const scaleMode = useApp((app) => app.scaleMode)
  const { legends, failures, isLoading } = useCityLegends(layerId)
  const notes = listNoteTexts(legends, messages)
  const isSplit = scaleMode === 'per-city' && legends.length > 1
  return (
    <>
      {isLoading ? <p className="quiet legend-loading">{text('legend.loading')}</p> : null}
      {failures.map(({ cityId, reason }) => (
        <p key={cityId} className="legend-failure" role="alert">
          {text('layers.failed', { city: cityName(cityId), reason })}
        </p>
      ))}
      {failures.length === 0 ? null : (
        <Button className="button" onPress={() => store.getState().updateSession(requestLayerRetry)}>
          <RotateCw size={16} aria-hidden="true" />
          {text('app.tryAgain')}
        </Button>
      )}
      <div className="legend-parts" data-split={isSplit}>
        {isSplit ? legends.map((entry) => <LegendPart key={entry.cityId} cities={[entry]} />) : <LegendPart cities={legends} />}
      </div>
      <div className="legend-foot">
        {legends.length > 1 && legends[0]?.legend.kind === 'sequential' ? <ScaleChoice /> : null}
        {legends.length === 0 ? null : (
          <details className="legend-notes">
            <summary>{text('legend.notes')}</summary>
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
              {legends.map(({ cityId, legend }) => (
                <li key={cityId}>{text('legend.source', { city: cityName(cityId), source: legend.provenance.source })}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  )
}
