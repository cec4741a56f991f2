import { Building, PenLine, Trees, TrafficCone } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Edit, Polygon } from '../../../scenario/types.ts'
import { NEW_DRAWING } from '../../../state/drawing.ts'
import { setDrawing } from '../../../state/session-transitions.ts'
import type { CityId } from '../../../cities/index.ts'
import { useApp, useMessages, useServices, useSession } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { startClosedStreet, startPark, startPlanRule } from './new-edits.ts'
import { listOfferedAreas, type OfferedArea } from './offered-areas.ts'
import { useAddEdit } from './use-add-edit.ts'

const KINDS = [
  { kind: 'plan-rule', icon: Building, start: startPlanRule },
  { kind: 'add-park', icon: Trees, start: startPark },
  { kind: 'close-street', icon: TrafficCone, start: startClosedStreet },
] as const satisfies readonly { kind: string; icon: unknown; start: (id: string, cityId: CityId, area: Polygon) => Edit }[]

/** Edits that hold on an area: the selected district, or one that was drawn. */
export function AddOnArea() {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const add = useAddEdit()
  const selection = useApp((app) => app.selection)
  const areas = useApp((app) => app.comparison.areas)
  const outline = useSession((session) => session.outline)
  const { app, session } = store.getState()
  const offered = listOfferedAreas({ ...app, selection, comparison: { ...app.comparison, areas } }, { ...session, outline })
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const chosen = offered.find(({ key }) => key === chosenKey) ?? offered.at(-1) ?? null
  const describe = ({ cityId, drawn }: OfferedArea): string =>
    drawn === null
      ? text('scenario.area.district', { city: cityName(cityId) })
      : text('scenario.area.drawn', { city: cityName(cityId), number: drawn })
  return (
    <div className="add-buttons">
      {chosen === null ? (
        <p className="quiet">{text('scenario.area.none')}</p>
      ) : (
        <ChoiceField
          label={text('scenario.area')}
          value={chosen.key}
          choices={offered.map((area) => ({ id: area.key, text: describe(area) }))}
          onChange={setChosenKey}
        />
      )}
      <Button className="button draw-button" onPress={() => store.getState().updateSession((now) => setDrawing(now, NEW_DRAWING))}>
        <PenLine size={16} aria-hidden="true" />
        {text('scenario.area.draw')}
      </Button>
      {KINDS.map(({ kind, icon: Icon, start }) => (
        <Button
          key={kind}
          className="button"
          isDisabled={chosen === null}
          onPress={() => {
            if (chosen !== null) add(start(createId(), chosen.cityId, [chosen.ring]))
          }}
        >
          <Icon size={16} aria-hidden="true" />
          {text(`scenario.kind.${kind}`)}
        </Button>
      ))}
    </div>
  )
}
