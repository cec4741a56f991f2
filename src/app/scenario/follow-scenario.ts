import { CITY_IDS, type CityId } from '../../cities/index.ts'
import { drawPlanned } from '../../layers/planned/draw-planned.ts'
import type { FoundBuilding, PlannedPicture } from '../../layers/planned/types.ts'
import type { Scenario } from '../../scenario/types.ts'
import type { BuildingQuestion, DataService } from '../../services/data-service.ts'
import { shownScenario } from '../../state/scenario-session.ts'
import { setPlanned } from '../../state/session-transitions.ts'
import type { AppStore } from '../../state/store.ts'
import { watch, type Unwatch } from '../../state/watch.ts'
import { keepUnchanged } from './keep-unchanged.ts'

/**
 * Keeps what the cities show of the open scenario equal to it. Buildings that it names are asked for once; until they are there,
 * the picture before stays.
 *
 * @param watchTheme calls back at once and at each other theme
 */
export function followScenario(
  store: AppStore,
  data: Pick<DataService, 'findBuildings'>,
  watchTheme: (apply: (theme: 'light' | 'dark') => void) => Unwatch,
): Unwatch {
  const asked = new Map<string, Promise<readonly FoundBuilding[]>>()
  let turn = 0
  let theme: 'light' | 'dark' = 'light'

  const find = (cityId: CityId, question: BuildingQuestion): Promise<readonly FoundBuilding[]> => {
    const key = JSON.stringify([cityId, question])
    const known = asked.get(key)
    if (known !== undefined) return known
    const answer = data.findBuildings(cityId, question)
    asked.set(key, answer)
    answer.catch(() => asked.delete(key))
    return answer
  }
  const draw = async (scenario: Scenario, cityId: CityId): Promise<readonly [CityId, PlannedPicture] | null> => {
    const question = questionOf(scenario, cityId)
    const found = question === null ? [] : await find(cityId, question)
    const picture = drawPlanned(scenario, cityId, found, theme)
    const isEmpty = Object.values(picture).every((list: readonly unknown[]) => list.length === 0)
    return isEmpty ? null : [cityId, keepUnchanged(store.getState().session.planned[cityId], picture)]
  }
  const follow = (): void => {
    const mine = ++turn
    const scenario = shownScenario(store.getState().session)
    if (scenario === null) {
      store.getState().updateSession((session) => setPlanned(session, {}))
      return
    }
    Promise.all(CITY_IDS.map((cityId) => draw(scenario, cityId))).then(
      (pictures) => {
        if (mine !== turn) return
        const planned = Object.fromEntries(pictures.filter((picture) => picture !== null))
        store.getState().updateSession((session) => setPlanned(session, planned))
      },
      (error: unknown) => console.warn(error),
    )
  }
  const ends = [
    watchTheme((next) => {
      theme = next
      follow()
    }),
    watch(store, ({ session }) => shownScenario(session), follow),
  ]
  return () => {
    turn++
    for (const end of ends) end()
  }
}

/** What has to be known of a city's buildings to draw a scenario; null for nothing. */
function questionOf({ edits }: Scenario, cityId: CityId): BuildingQuestion | null {
  const own = edits.filter((edit) => 'cityId' in edit && edit.cityId === cityId)
  const ids = own.flatMap((edit) => ('building' in edit ? [edit.building.id] : []))
  const areas = own.flatMap((edit) => (edit.kind === 'plan-rule' && edit.clears ? [edit.area] : []))
  return ids.length + areas.length === 0 ? null : { ids, areas }
}
