import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { MEASURE_IDS, type MeasureId } from '../../analytics/measures/types.ts'
import { setComparison } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { ChoiceField } from '../layers-panel/choice-field.tsx'
import { measureName, measuresByGroup } from './measure-texts.ts'

/** One measure of all. */
export function MeasureChoice({ label, value, onChange }: { label: string; value: MeasureId; onChange: (id: MeasureId) => void }) {
  const messages = useMessages()
  return (
    <ChoiceField
      label={label}
      choices={MEASURE_IDS.map((id) => ({ id, text: measureName(messages, id) }))}
      value={value}
      onChange={(id) => onChange(id as MeasureId)}
    />
  )
}

/** Which measures the table and the distributions show. */
export function MeasuresMenu() {
  const messages = useMessages()
  const { text, plural } = messages
  const { store } = useServices()
  const chosen = useApp((app) => app.comparison.measures)
  const groups = measuresByGroup().map(({ group, ids }) => ({ id: group, items: ids.map((id) => ({ id })) }))
  return (
    <div className="choice-field">
      <span className="field-label" aria-hidden="true">
        {text('compare.measures')}
      </span>
      <MenuTrigger>
        <Button className="choice-button" aria-label={`${text('compare.measures')}: ${plural('compare.measures.count', chosen.length)}`}>
          {plural('compare.measures.count', chosen.length)}
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu
            className="menu"
            items={groups}
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) =>
              store.getState().update((app) => setComparison(app, { measures: keys === 'all' ? MEASURE_IDS : ([...keys] as MeasureId[]) }))
            }
          >
            {(group) => (
              <MenuSection id={group.id}>
                <Header className="search-city">{text(`compare.group.${group.id}`)}</Header>
                <Collection items={group.items}>
                  {({ id }) => (
                    <MenuItem id={id} textValue={measureName(messages, id)} className="menu-item">
                      <Check size={16} className="menu-check" aria-hidden="true" />
                      {measureName(messages, id)}
                    </MenuItem>
                  )}
                </Collection>
              </MenuSection>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
