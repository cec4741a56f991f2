import { Blend, ChartNoAxesColumn, Eye, Footprints, Ruler, SunDim, X, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { setViewTool, VIEW_TOOLS, type ViewTool } from '../../state/view-tools.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useFocusOnOpen } from '../compare/drawer-frame.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'
import '../styles/scenario.css'
import '../styles/view-tools.css'
import { MeasureTool } from './measure-tool.tsx'
import { SectionTool } from './section/section-tool.tsx'
import { ShadowTool } from './shadows/shadow-tool.tsx'
import { SkyTool } from './sky-tool.tsx'
import { ViewshedTool } from './viewshed-tool.tsx'
import { WalkTool } from './walk-tool.tsx'

const TOOLS: Readonly<Record<ViewTool, { readonly icon: LucideIcon; readonly Content: ComponentType }>> = {
  measure: { icon: Ruler, Content: MeasureTool },
  section: { icon: ChartNoAxesColumn, Content: SectionTool },
  viewshed: { icon: Eye, Content: ViewshedTool },
  sky: { icon: Blend, Content: SkyTool },
  walk: { icon: Footprints, Content: WalkTool },
  shadows: { icon: SunDim, Content: ShadowTool },
}

/** Measuring and looking, at the left in the place of the layers; on a phone over the sheet. */
export function ViewToolsAside() {
  const { text } = useMessages()
  const { store } = useServices()
  const tool = useSession((session) => session.viewTool) ?? 'measure'
  const panel = useFocusOnOpen('.view-tools-button')
  const set = (next: ViewTool | null) => store.getState().updateSession((session) => setViewTool(session, next))
  return (
    <section
      ref={panel}
      className="panel scenario-aside view-tools-aside"
      data-wide={tool === 'section' || undefined}
      aria-labelledby="view-tools-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && store.getState().session.walk === null) set(null)
      }}
    >
      <div className="panel-head">
        <h2 id="view-tools-title" className="panel-title">
          {text('viewTool.title')}
        </h2>
        <IconButton label={text('viewTool.close')} placement="right" onPress={() => set(null)}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <Tabs className="scenario-tabs" selectedKey={tool} onSelectionChange={(key) => set(key as ViewTool)}>
        <TabList className="view-tool-list" aria-label={text('viewTool.title')}>
          {VIEW_TOOLS.map((id) => {
            const { icon: Icon } = TOOLS[id]
            return (
              <Tab key={id} id={id} className="view-tool-tab">
                <Icon size={16} aria-hidden="true" />
                {text(`viewTool.${id}`)}
              </Tab>
            )
          })}
        </TabList>
        {VIEW_TOOLS.map((id) => {
          const { Content } = TOOLS[id]
          return (
            <TabPanel key={id} id={id} className="scenario-body view-tool-body">
              <Content />
            </TabPanel>
          )
        })}
      </Tabs>
    </section>
  )
}
