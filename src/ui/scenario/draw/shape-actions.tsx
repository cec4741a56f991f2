import { ArrowRightLeft, Copy, Move, RotateCw, Scissors } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { plannedHeightMetres } from '../../../layers/planned/draw-planned.ts'
import { startPlacing } from '../../../scenario/draw/place-buildings.ts'
import { startReshaping } from '../../../scenario/draw/reshape.ts'
import type { AddBuilding, Edit } from '../../../scenario/types.ts'
import { useMessages, useServices } from '../../context.tsx'
import { takeTool } from './tool-in-hand.ts'

const MODES = [
  { mode: 'move', icon: Move },
  { mode: 'rotate', icon: RotateCw },
  { mode: 'copy', icon: Copy },
  { mode: 'split', icon: Scissors },
] as const

/** What can be done with the footprint of a new building, or the area of an edit. */
export function ShapeActions({ edit }: { edit: Edit }) {
  const { text } = useMessages()
  const { store } = useServices()
  const shape = shapeOf(edit)
  if (shape === null) return null
  return (
    <div className="draw-buttons" role="group" aria-label={text('draw.shape')}>
      {MODES.map(({ mode, icon: Icon }) => (
        <Button key={mode} className="button" onPress={() => takeTool(store, startReshaping(mode, shape, shape.heightMetres))}>
          <Icon size={16} aria-hidden="true" />
          {text(`draw.shape.${mode}`)}
        </Button>
      ))}
      {edit.kind === 'add-building' ? (
        <Button className="button" onPress={() => takeTool(store, startPlacing([taken(edit)]))}>
          <ArrowRightLeft size={16} aria-hidden="true" />
          {text('draw.shape.carry')}
        </Button>
      ) : null}
    </div>
  )
}

function shapeOf(edit: Edit) {
  if (edit.kind === 'add-building') return { ...edit, heightMetres: plannedHeightMetres(edit) }
  if (edit.kind === 'plan-rule') return { ...edit, footprint: edit.area, heightMetres: plannedHeightMetres({ storeys: edit.storeys }) }
  return edit.kind === 'add-park' || edit.kind === 'close-street' ? { ...edit, footprint: edit.area, heightMetres: 0.6 } : null
}

function taken(edit: AddBuilding) {
  const { footprint, storeys, use, name = null } = edit
  return { footprint, storeys, use, name, heightMetres: plannedHeightMetres(edit) }
}
