import type { CityId } from '../../cities/index.ts'
import { createLocalPlane } from '../../geo/local-plane.ts'
import { startDrawing } from '../../scenario/draw/draw-shape.ts'
import type { GatherTool } from '../../scenario/draw/types.ts'
import type { LonLat } from '../../scenario/types.ts'
import type { Pick as ScenePick } from '../../scene/types.ts'
import type { DataService } from '../../services/data-service.ts'
import { reachMetres } from '../../state/drawing.ts'
import { changeScenario, putEdit, setScenarioTool } from '../../state/scenario-session.ts'
import { setNearby } from '../../state/session-transitions.ts'
import { watch } from '../../state/watch.ts'
import type { AppStore } from '../../state/store.ts'
import { createId } from '../../scenario/change/create-scenario.ts'
import { sendToolEvent } from '../../ui/scenario/draw/send-tool-event.ts'
import { carryBuildings, findBuildingAt, startRemoval } from '../../ui/scenario/draw/touch-buildings.ts'

/** What is near is asked for so far around, and anew once the pointer is half of that away. */
const NEAR_METRES = 400

export interface ToolRunner {
  readonly press: (pick: ScenePick | null) => void
  readonly hover: (cityId: CityId, position: LonLat) => void
  readonly finish: () => void
}

/** Passes on to the tool in hand what happens in the views, and finds what it may snap to. */
export function createToolRunner(store: AppStore, data: Pick<DataService, 'findBuildings'>): ToolRunner {
  let asked: { readonly cityId: CityId; readonly position: LonLat } | null = null

  const lookAround = (cityId: CityId, position: LonLat): void => {
    const isNear =
      asked !== null && asked.cityId === cityId && Math.hypot(...createLocalPlane(asked.position).toMetres(position)) < NEAR_METRES / 2
    if (isNear) return
    const mine = { cityId, position }
    asked = mine
    data.findBuildings(cityId, { near: { position, radiusMetres: NEAR_METRES } }).then(
      (buildings) => {
        if (asked === mine) store.getState().updateSession((session) => setNearby(session, { cityId, position, buildings }))
      },
      (error: unknown) => {
        // Without it, everything works but snapping to what stands there.
        if (asked === mine) asked = null
        console.warn(error)
      },
    )
  }
  const send = (kind: 'point' | 'press', cityId: CityId, position: LonLat): void => {
    lookAround(cityId, position)
    sendToolEvent(store, { kind, cityId, position, reachMetres: reachMetres(store.getState().app, cityId) })
  }

  watch(
    store,
    ({ session }) => session.scenarioTool,
    (tool) => {
      if (tool?.mode === 'gather') gather(store, data, tool).catch((error: unknown) => console.warn(error))
    },
  )
  return {
    press: (pick) => {
      if (pick === null) return
      if (store.getState().session.scenarioTool?.mode === 'remove')
        removeAt(store, data, pick).catch((error: unknown) => console.warn(error))
      else send('press', pick.cityId, pick.positionDegrees)
    },
    hover: (cityId, position) => send('point', cityId, position),
    finish: () => sendToolEvent(store, { kind: 'finish' }),
  }
}

/** Takes up the buildings of an area, to be put down elsewhere; where none stands there, the area is drawn again. */
async function gather(store: AppStore, data: Pick<DataService, 'findBuildings'>, tool: GatherTool): Promise<void> {
  const buildings = await data.findBuildings(tool.cityId as CityId, { areas: [tool.area] })
  store.getState().updateSession((session) => {
    if (session.scenarioTool !== tool) return session
    const next =
      buildings.length === 0 ? { ...startDrawing('take-block'), refusal: 'no-building' as const } : carryBuildings(buildings, () => null)
    return setScenarioTool(session, next)
  })
}

/** Takes away what was clicked: a planned thing goes from the scenario, a building of the data is removed by it. */
async function removeAt(store: AppStore, data: Pick<DataService, 'findBuildings'>, pick: ScenePick): Promise<void> {
  const { updateSession } = store.getState()
  if (pick.kind === 'edit') {
    updateSession((session) =>
      changeScenario(session, (scenario) => ({ ...scenario, edits: scenario.edits.filter(({ id }) => id !== pick.featureId) })),
    )
    return
  }
  const building =
    pick.buildingIndex === null
      ? await findBuildingAt(data, pick.cityId, pick.positionDegrees)
      : ((await data.findBuildings(pick.cityId, { indices: [pick.buildingIndex] }))[0] ?? null)
  if (building === null) {
    updateSession((session) =>
      session.scenarioTool === null ? session : { ...session, scenarioTool: { ...session.scenarioTool, refusal: 'no-building' } },
    )
    return
  }
  updateSession((session) => {
    const isGone = session.scenario?.edits.some((edit) => edit.kind === 'remove-building' && edit.building.id === building.id) === true
    const removed = isGone ? session : putEdit(session, startRemoval(createId(), pick.cityId, building))
    return removed.scenarioTool === null ? removed : { ...removed, scenarioTool: { ...removed.scenarioTool, refusal: null } }
  })
}
