import { clampStoreys, stepDrawing } from './draw-shape.ts'
import { stepPlacing } from './place-buildings.ts'
import { stepReshaping } from './reshape.ts'
import { readTyped, typeKey } from './typed-number.ts'
import type { PullTool, ScenarioTool, Step, Surroundings, ToolEvent } from './types.ts'

/** Begins to pull a building up or down. */
export function startPulling(editId: string, storeys: number): PullTool {
  return { mode: 'pull', editId, storeys, typed: '', refusal: null }
}

/** What an event makes of a tool: the tool as it is then, and what it has made, if anything. Pure; the edits are up to who asks. */
export function stepTool(tool: ScenarioTool, event: ToolEvent, around: Surroundings): Step {
  if (event.kind === 'type' || event.kind === 'key') {
    const typed = event.kind === 'type' ? event.typed.slice(0, 12) : typeKey(tool.typed, event.key)
    return { tool: typed === tool.typed ? tool : { ...tool, typed } }
  }
  switch (tool.mode) {
    case 'draw':
      return stepDrawing(tool, event, around)
    case 'move':
    case 'copy':
    case 'rotate':
    case 'split':
      return stepReshaping(tool, event, around)
    case 'place':
      return stepPlacing(tool, event)
    case 'pull':
      return stepPulling(tool, event)
    case 'stop':
      if (event.kind !== 'press') return { tool }
      return { tool: null, outcome: { kind: 'stop', cityId: event.cityId, position: event.position } }
    // Which buildings stand in an area or at a place is known to the data alone.
    case 'gather':
    case 'remove':
      return { tool }
  }
}

function stepPulling(tool: PullTool, event: ToolEvent): Step {
  if (event.kind === 'storeys') return { tool: { ...tool, storeys: clampStoreys(event.storeys) } }
  if (event.kind !== 'finish') return { tool }
  const storeys = clampStoreys(readTyped(tool.typed) ?? tool.storeys)
  return { tool: null, outcome: { kind: 'pulled', editId: tool.editId, storeys } }
}
