import { Check, Crosshair, Undo2, X } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import type { CityId } from '../../../cities/index.ts'
import type { ScenarioTool } from '../../../scenario/draw/types.ts'
import { cornerInMiddle } from '../../../state/drawing.ts'
import { shownCityIds } from '../../../state/shown-cities.ts'
import type { AppStore } from '../../../state/store.ts'
import { watchChanges } from '../../../state/watch.ts'
import { useMapKeys } from '../../common/use-map-keys.ts'
import { useApp, useMessages, useServices, useSession } from '../../context.tsx'
import { findBuildingAt, startRemoval } from './touch-buildings.ts'
import { put } from '../change-scenario.ts'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { sendToolEvent } from './send-tool-event.ts'
import { StoreysStepper } from './storeys-stepper.tsx'
import { ToolFiguresLine } from './tool-figures-line.tsx'
import { pointInMiddle, takeTool } from './tool-in-hand.ts'
import '../../styles/text-field.css'
import '../../styles/draw.css'

/** Over the map while a tool of the scenario is in hand: what to do, what it measures, and by keys and buttons all that a pointer can do. */
export function ToolBar() {
  const tool = useSession((session) => session.scenarioTool)
  return tool === null ? null : <Bar tool={tool} />
}

function Bar({ tool }: { tool: ScenarioTool }) {
  const { text } = useMessages()
  const { store } = useServices()
  const purpose = tool.mode === 'draw' ? tool.what : tool.mode
  const takesNumber = tool.mode === 'draw' || tool.mode === 'rotate'
  const makesShape = tool.mode !== 'remove' && tool.mode !== 'stop'
  useToolKeys(store, takesNumber)
  const end = () => takeTool(store, null)
  return (
    <section
      className="panel tool-bar"
      aria-labelledby="tool-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') end()
      }}
    >
      <h2 id="tool-title" className="panel-title">
        {text(`draw.title.${purpose}`)}
      </h2>
      <p>{text(`draw.how.${purpose}`)}</p>
      <p className="quiet">{text(takesNumber ? 'draw.keys' : 'draw.keys.point')}</p>
      <ToolFiguresLine tool={tool} />
      <p className="tool-refusal" role="alert">
        {tool.refusal === null ? '' : text(`draw.refusal.${tool.refusal}`)}
      </p>
      <div className="draw-buttons">
        {takesNumber ? <NumberTyped tool={tool} /> : null}
        {tool.mode === 'draw' && (tool.what === 'add-building' || tool.what === 'plan-rule') ? (
          <StoreysStepper storeys={tool.storeys} onChange={(storeys) => sendToolEvent(store, { kind: 'storeys', storeys })} />
        ) : null}
        <MiddleButtons tool={tool} />
        {tool.mode === 'draw' ? (
          <Button className="button" isDisabled={tool.corners.length === 0} onPress={() => sendToolEvent(store, { kind: 'erase' })}>
            <Undo2 size={16} aria-hidden="true" />
            {text('compare.draw.undo')}
          </Button>
        ) : null}
        {tool.mode === 'draw' ? (
          <Button
            className="button button-primary"
            isDisabled={tool.corners.length < (tool.what === 'add-line' ? 2 : 3)}
            onPress={() => sendToolEvent(store, { kind: 'finish' })}
          >
            <Check size={16} aria-hidden="true" />
            {text('compare.draw.finish')}
          </Button>
        ) : null}
        <Button className="button tool-end" onPress={end}>
          <X size={16} aria-hidden="true" />
          {text(makesShape ? 'compare.draw.cancel' : 'draw.done')}
        </Button>
      </div>
    </section>
  )
}

/** A length in metres or an angle in degrees; Enter takes it. */
function NumberTyped({ tool }: { tool: ScenarioTool }) {
  const { text } = useMessages()
  const { store } = useServices()
  const isOff = tool.mode === 'draw' && tool.corners.length === 0
  return (
    <TextField
      className="text-field tool-number"
      value={tool.typed}
      isDisabled={isOff}
      onChange={(typed) => sendToolEvent(store, { kind: 'type', typed })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') sendToolEvent(store, { kind: 'finish' })
      }}
    >
      <Label className="field-label">{text(tool.mode === 'rotate' ? 'draw.degrees' : 'draw.length')}</Label>
      <Input className="text-input" inputMode="decimal" autoComplete="off" />
    </TextField>
  )
}

/** The middle of a view is a place that needs no pointer. */
function MiddleButtons({ tool }: { tool: ScenarioTool }) {
  const { text, cityName } = useMessages()
  const { store, data } = useServices()
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const only = tool.mode === 'place' || !('cityId' in tool) ? null : tool.cityId
  const press = (cityId: CityId): void => {
    if (tool.mode === 'remove') {
      const position = cornerInMiddle(cityId, store.getState().app.cameras[cityId])
      findBuildingAt(data, cityId, position).then(
        (building) => {
          if (building !== null) put(store, startRemoval(createId(), cityId, building))
        },
        (error: unknown) => console.warn(error),
      )
      return
    }
    pointInMiddle(store, cityId, 'press')
  }
  return shownCityIds(layout, swapped)
    .filter((id) => only === null || id === only)
    .map((id) => (
      <Button key={id} className="button" onPress={() => press(id)}>
        <Crosshair size={16} aria-hidden="true" />
        {text('draw.middle', { city: cityName(id) })}
      </Button>
    ))
}

/** Numbers are typed into the view itself; while keys move the view, its middle is the pointer. */
function useToolKeys(store: AppStore, takesNumber: boolean): void {
  useMapKeys((key) => {
    const { scenarioTool } = store.getState().session
    if (scenarioTool === null) return false
    if (key === 'Enter') sendToolEvent(store, { kind: 'finish' })
    else if (key === 'Backspace') sendToolEvent(store, { kind: 'erase' })
    else if (key === 'Escape') takeTool(store, null)
    else if (takesNumber && /^[\d.,]$/.test(key)) sendToolEvent(store, { kind: 'key', key })
    // A view takes "-" for zooming out: only a turn may be negative.
    else if (key === '-' && scenarioTool.mode === 'rotate' && scenarioTool.typed === '') sendToolEvent(store, { kind: 'key', key })
    else return false
    return true
  }, '.scenario-panel .tool-button, .scenario-button')
  useEffect(() => {
    let isByKeys = false
    const onKey = (): void => {
      isByKeys = true
    }
    const onPointer = (): void => {
      isByKeys = false
    }
    addEventListener('keydown', onKey, { capture: true })
    addEventListener('pointermove', onPointer, { capture: true })
    const end = watchChanges(
      store,
      ({ app }) => app.cameras,
      () => {
        const view = document.activeElement?.closest<HTMLElement>('.city-view')
        if (isByKeys && view !== null && view !== undefined) pointInMiddle(store, view.dataset.city as CityId, 'point')
      },
    )
    return () => {
      removeEventListener('keydown', onKey, { capture: true })
      removeEventListener('pointermove', onPointer, { capture: true })
      end()
    }
  }, [store])
}
