import { ArrowRightLeft, Building2, BusFront, Eraser, Route, SquareDashed, TrafficCone, Trees } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { startDrawing } from '../../../scenario/draw/draw-shape.ts'
import type { ScenarioTool } from '../../../scenario/draw/types.ts'
import { useMessages, useServices } from '../../context.tsx'
import { takeTool } from './tool-in-hand.ts'

const NOTHING_TYPED = { typed: '', refusal: null } as const

const TOOLS = [
  { key: 'add-building', icon: Building2, start: (): ScenarioTool => startDrawing('add-building') },
  { key: 'remove-building', icon: Eraser, start: (): ScenarioTool => ({ mode: 'remove', ...NOTHING_TYPED }) },
  { key: 'plan-rule', icon: SquareDashed, start: (): ScenarioTool => startDrawing('plan-rule') },
  { key: 'add-park', icon: Trees, start: (): ScenarioTool => startDrawing('add-park') },
  { key: 'close-street', icon: TrafficCone, start: (): ScenarioTool => startDrawing('close-street') },
  { key: 'add-stop', icon: BusFront, start: (): ScenarioTool => ({ mode: 'stop', ...NOTHING_TYPED }) },
  { key: 'take-block', icon: ArrowRightLeft, start: (): ScenarioTool => startDrawing('take-block') },
  { key: 'add-line', icon: Route, start: (): ScenarioTool => startDrawing('add-line') },
] as const

/** Tools that are used in the views themselves. */
export function DrawTools() {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <div className="add-buttons">
      <p className="quiet">{text('draw.tools.how')}</p>
      {TOOLS.map(({ key, icon: Icon, start }) => (
        <Button key={key} className={`button tool-button tool-${key}`} onPress={() => takeTool(store, start())}>
          <Icon size={16} aria-hidden="true" />
          {text(`draw.start.${key}`)}
        </Button>
      ))}
    </div>
  )
}
