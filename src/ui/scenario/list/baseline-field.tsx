import { setBaseline } from '../../../state/scenario-session.ts'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { useScenarioActions } from '../scenario-actions.ts'

const TODAY = 'today'

/** What the open scenario is held against: the cities as they are, or another scenario. */
export function BaselineField() {
  const { text } = useMessages()
  const { store } = useServices()
  const act = useScenarioActions()
  const list = useSession((session) => session.keeping.list) ?? []
  const baseline = useSession((session) => session.baseline)
  const openId = useSession((session) => session.scenario?.id ?? null)
  const others = list.filter(({ id, problem }) => id !== openId && problem === null)
  if (others.length === 0 && baseline === null) return null
  const choose = (id: string): void => {
    if (id === TODAY) store.getState().updateSession((session) => setBaseline(session, null))
    else
      act(async (actions) => {
        const scenario = await actions.read(id)
        if (scenario !== null) store.getState().updateSession((session) => setBaseline(session, scenario))
      })
  }
  return (
    <ChoiceField
      label={text('scenario.baseline')}
      value={baseline?.id ?? TODAY}
      choices={[{ id: TODAY, text: text('scenario.baseline.today') }, ...others.map(({ id, name }) => ({ id, text: name }))]}
      onChange={choose}
    />
  )
}
