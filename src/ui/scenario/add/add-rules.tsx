import { Flame, Sun } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { CITY_IDS } from '../../../cities/index.ts'
import { useMessages } from '../../context.tsx'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { startRetrofit, startSolar } from './new-edits.ts'
import { useAddEdit } from './use-add-edit.ts'

/** Rules hold for all the buildings that they select, in several cities at once. */
export function AddRules() {
  const { text } = useMessages()
  const add = useAddEdit()
  return (
    <div className="add-buttons">
      <Button className="button" onPress={() => add(startRetrofit(createId(), CITY_IDS))}>
        <Flame size={16} aria-hidden="true" />
        {text('scenario.kind.retrofit')}
      </Button>
      <Button className="button" onPress={() => add(startSolar(createId(), CITY_IDS))}>
        <Sun size={16} aria-hidden="true" />
        {text('scenario.kind.solar')}
      </Button>
    </div>
  )
}
