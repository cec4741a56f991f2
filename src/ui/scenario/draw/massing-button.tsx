import { Building2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { listMassing } from '../../../layers/own/massing-of-layer.ts'
import type { OwnLayer } from '../../../layers/own/own-layer.ts'
import type { AddBuilding } from '../../../scenario/types.ts'
import { changeScenario } from '../../../state/scenario-session.ts'
import { setOwnLayerShown } from '../../../state/session-transitions.ts'
import { useMessages, useServices } from '../../context.tsx'
import { useScenarioActions } from '../scenario-actions.ts'
import { createId } from '../../../scenario/change/create-scenario.ts'

/** Lets an own layer stand as blocks: its polygons with heights become new buildings of the scenario, in one step. */
export function MassingButton({ layer }: { layer: OwnLayer }) {
  const { text, number } = useMessages()
  const { store, notify } = useServices()
  const keeping = useScenarioActions()
  const build = (): void => {
    const { blocks, leftOut } = listMassing(layer)
    if (blocks.length === 0) return notify({ key: 'draw.massing.none' })
    const added = blocks.map((block): AddBuilding => ({
      kind: 'add-building',
      id: createId(),
      use: 'apartments',
      standard: 'standard',
      ...block,
    }))
    keeping((actions) => {
      if (store.getState().session.scenario === null) actions.create(text('scenario.newName'))
      store.getState().updateSession((session) => {
        const built = changeScenario(session, (scenario) => ({ ...scenario, edits: [...scenario.edits, ...added] }))
        // The blocks stand where the polygons lie.
        return setOwnLayerShown(built, layer.id, false)
      })
      notify({ key: 'draw.massing.done', values: { built: number(blocks.length), left: number(leftOut) } })
    })
  }
  return (
    <Button className="button massing-button" onPress={build}>
      <Building2 size={16} aria-hidden="true" />
      {text('draw.massing')}
    </Button>
  )
}
