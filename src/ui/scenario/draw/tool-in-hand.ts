import type { CityId } from '../../../cities/index.ts'
import type { ScenarioTool } from '../../../scenario/draw/types.ts'
import { reachMetres, cornerInMiddle } from '../../../state/drawing.ts'
import { setScenarioTool } from '../../../state/scenario-session.ts'
import { setDrawing } from '../../../state/session-transitions.ts'
import type { AppStore } from '../../../state/store.ts'
import { sendToolEvent } from './send-tool-event.ts'

/** Takes a tool in hand, in the place of the one before; null puts it away. */
export function takeTool(store: AppStore, tool: ScenarioTool | null): void {
  store.getState().updateSession((session) => setScenarioTool(setDrawing(session, null), tool))
}

/** What a click on the middle of a view would do, or only a pointer that is there. */
export function pointInMiddle(store: AppStore, cityId: CityId, kind: 'point' | 'press'): void {
  const { app } = store.getState()
  sendToolEvent(store, {
    kind,
    cityId,
    position: cornerInMiddle(cityId, app.cameras[cityId]),
    reachMetres: reachMetres(app, cityId),
  })
}
