import { Download, Ellipsis, FileText, Link, X } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { Scenario } from '../../../scenario/types.ts'
import { useCityPictures } from '../../common/city-pictures-context.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useHeatChanges } from '../../compare/use-answer.ts'
import { useMessages, useServices } from '../../context.tsx'
import { useManifests } from '../../time-bar/use-manifests.ts'
import { useScenarioActions } from '../scenario-actions.ts'
import { saveScenario } from './save-scenario.ts'
import { makeScenarioAddress } from './scenario-link.ts'

/** What can be done with the open scenario as a whole. */
export function ShareScenario() {
  const messages = useMessages()
  const { text } = messages
  const { store, notify, analysis } = useServices()
  const heat = useHeatChanges()
  const takePicture = useCityPictures()
  const manifests = useManifests()
  const act = useScenarioActions()
  const copyLink = async (scenario: Scenario): Promise<void> => {
    const address = await makeScenarioAddress(scenario, location)
    if (address === null) return notify({ key: 'scenario.link.tooLong' })
    // Absent where the page is not served securely.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard === undefined) throw new Error('No clipboard')
    await clipboard.writeText(address)
    notify({ key: 'scenario.link.copied' })
  }
  const report = async (): Promise<void> => {
    notify({ key: 'scenario.report.making' })
    const { saveReport } = await import('../report/save-report.ts')
    await saveReport({ store, messages, manifests, takePicture, analysis, heat })
  }
  const choose = (key: string): void => {
    const { scenario } = store.getState().session
    if (scenario === null) return
    if (key === 'save') saveScenario(scenario)
    else if (key === 'link') copyLink(scenario).catch(() => notify({ key: 'scenario.link.failed' }))
    else if (key === 'report')
      report().catch((error: unknown) =>
        notify({ key: 'scenario.report.failed', values: { reason: error instanceof Error ? error.message : String(error) } }),
      )
    else if (key === 'close') act((actions) => actions.close())
  }
  return (
    <MenuTrigger>
      <IconButton label={text('scenario.share')}>
        <Ellipsis size={18} aria-hidden="true" />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => choose(String(key))}>
          <MenuItem id="save" className="menu-item">
            <Download size={16} aria-hidden="true" />
            {text('scenario.saveFile')}
          </MenuItem>
          <MenuItem id="link" className="menu-item">
            <Link size={16} aria-hidden="true" />
            {text('scenario.copyLink')}
          </MenuItem>
          <MenuItem id="report" className="menu-item">
            <FileText size={16} aria-hidden="true" />
            {text('scenario.report')}
          </MenuItem>
          <MenuItem id="close" className="menu-item">
            <X size={16} aria-hidden="true" />
            {text('scenario.close.one')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
