import { ChevronRight, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { setAssumption } from '../../../scenario/change/change-scenario.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { change } from '../change-scenario.ts'
import { NumberInput } from '../edits/number-input.tsx'
import { groupAssumptions, nameAssumption, SCENARIO_ASSUMPTIONS, stepOf, type ListedAssumption } from './scenario-assumptions.ts'

const GROUPS = groupAssumptions(SCENARIO_ASSUMPTIONS)
const MOST = 1_000_000
/** Of temperatures alone may a value be negative. */
const COLDEST = -60

/** What the models take for granted; a scenario may state any of it otherwise. */
export function AssumptionsTab() {
  const { text } = useMessages()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className="assumptions-tab">
      <p className="quiet">{text('scenario.assumptions.lead')}</p>
      {GROUPS.map(([name, rows]) => (
        <AssumptionGroup key={name} name={name} rows={rows} isOpen={open === name} onOpen={(isOpen) => setOpen(isOpen ? name : null)} />
      ))}
    </div>
  )
}

interface AssumptionGroupProps {
  readonly name: string
  readonly rows: readonly ListedAssumption[]
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

function AssumptionGroup({ name, rows, isOpen, onOpen }: AssumptionGroupProps) {
  const { dataText, plural } = useMessages()
  const stated = useSession((session) => session.scenario?.assumptions)
  const changed = rows.filter(({ id }) => stated !== undefined && Object.hasOwn(stated, id)).length
  return (
    <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={onOpen}>
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-button">
          <ChevronRight size={16} aria-hidden="true" />
          <span className="assumption-name">{dataText(`assumption.${name}`)}</span>
          {changed === 0 ? null : <span className="quiet">{plural('scenario.assumptions.changed', changed)}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen ? rows.map((row) => <AssumptionRow key={row.id} assumption={row} />) : null}</DisclosurePanel>
    </Disclosure>
  )
}

function AssumptionRow({ assumption }: { assumption: ListedAssumption }) {
  const messages = useMessages()
  const { text, dataText, number } = messages
  const { store } = useServices()
  const { id, unit, low, high, source } = assumption
  const stated = useSession(({ scenario }) =>
    scenario !== null && Object.hasOwn(scenario.assumptions, id) ? scenario.assumptions[id] : undefined,
  )
  const set = (value: number | null): void =>
    change(store, (scenario) => setAssumption(scenario, id, value === assumption.default ? null : value))
  const isYear = unit === 'year'
  const say = (value: number): string => (isYear ? String(value) : number(value))
  return (
    <div className="assumption-row" data-changed={stated !== undefined || undefined}>
      <NumberInput
        label={nameAssumption(assumption, messages)}
        {...(unit === 'ratio' || isYear ? {} : { unit: dataText(`unit.${unit}`) })}
        value={stated ?? assumption.default}
        least={unit === 'degreesCelsius' ? COLDEST : 0}
        most={MOST}
        step={isYear ? 1 : stepOf(assumption)}
        isYear={isYear}
        onChange={(value) => set(value ?? null)}
      />
      {stated === undefined ? null : (
        <IconButton label={text('scenario.assumptions.reset', { name: nameAssumption(assumption, messages) })} onPress={() => set(null)}>
          <RotateCcw size={16} aria-hidden="true" />
        </IconButton>
      )}
      <p className="quiet">
        {text('scenario.assumptions.range', { usual: say(assumption.default), low: say(low), high: say(high) })}{' '}
        <span lang="en">{source}</span>
      </p>
    </div>
  )
}
