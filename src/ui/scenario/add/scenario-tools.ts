import { BusFront, PenTool, SlidersHorizontal, SquareDashed } from 'lucide-react'
import type { ScenarioTool } from '../scenario-part.ts'
import { AddOnArea } from './add-on-area.tsx'
import { AddRules } from './add-rules.tsx'
import { AddStopTool } from './add-stop.tsx'
import { DrawTools } from '../draw/draw-tools.tsx'

/** Ways to add edits, each a foldable part of the tab "Add": one entry adds another. */
export const SCENARIO_TOOLS: readonly ScenarioTool[] = [
  { id: 'draw', labelKey: 'draw.tools', icon: PenTool, Content: DrawTools },
  { id: 'rules', labelKey: 'scenario.tool.rules', icon: SlidersHorizontal, Content: AddRules },
  { id: 'area', labelKey: 'scenario.tool.area', icon: SquareDashed, Content: AddOnArea },
  { id: 'stop', labelKey: 'scenario.tool.stop', icon: BusFront, Content: AddStopTool },
]
