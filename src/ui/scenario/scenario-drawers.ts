import type { ComponentType } from 'react'
import { lazyPart } from '../common/lazy-part.tsx'
import type { ScenarioPart } from './scenario-part.ts'

const lazyEntry = (load: () => Promise<ComponentType>): ComponentType => lazyPart(load, { saysLoading: true })

/** What needs width, as tabs of the drawer under the views: one entry adds another. */
export const SCENARIO_DRAWERS: readonly ScenarioPart[] = [
  {
    id: 'impacts',
    labelKey: 'scenario.drawer.impacts',
    Content: lazyEntry(() => import('./impacts/impacts-part.tsx').then((module) => module.ImpactsPart)),
  },
]
