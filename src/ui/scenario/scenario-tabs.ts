import { FilePen, FolderOpen, MessageSquare, Plus, SlidersHorizontal } from 'lucide-react'
import { lazyPart } from '../common/lazy-part.tsx'
import { AddTab } from './add/add-tab.tsx'
import { EditsTab } from './edits/edits-tab.tsx'
import { ScenariosTab } from './list/scenarios-tab.tsx'
import { RemarksTab } from './remarks/remarks-tab.tsx'
import type { ScenarioTool } from './scenario-part.ts'

const AssumptionsTab = lazyPart(() => import('./assumptions/assumptions-tab.tsx').then((module) => module.AssumptionsTab), {
  saysLoading: true,
})

/** Tabs of the panel beside the views: one entry adds another. All but the first need an open scenario. */
export const SCENARIO_TABS: readonly ScenarioTool[] = [
  { id: 'scenarios', labelKey: 'scenario.tab.scenarios', icon: FolderOpen, Content: ScenariosTab },
  { id: 'edits', labelKey: 'scenario.tab.edits', icon: FilePen, Content: EditsTab },
  { id: 'add', labelKey: 'scenario.tab.add', icon: Plus, Content: AddTab },
  { id: 'assumptions', labelKey: 'scenario.report.assumptions', icon: SlidersHorizontal, Content: AssumptionsTab },
  { id: 'remarks', labelKey: 'scenario.tab.remarks', icon: MessageSquare, Content: RemarksTab },
]
