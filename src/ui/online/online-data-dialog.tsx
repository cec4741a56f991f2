import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import type { ServiceRequest } from '../../layers/own/service-request.ts'
import { LoadFailure } from '../common/load-failure.tsx'
import { useLoaded } from '../common/use-loaded.ts'
import { useMessages, useSession } from '../context.tsx'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { AddressTab, type AddressDraft } from './address-tab.tsx'
import { CatalogueTab } from './catalogue-tab.tsx'
import { ConfirmHost } from './confirm-host.tsx'
import { useOnline } from './online-context.ts'
import { ServicesTab } from './services-tab.tsx'
import '../styles/online.css'
import '../styles/text-field.css'

type TabId = 'catalogue' | 'address' | 'on'

/** Online data: what there is, what the user knows the address of, and what is on. */
export function OnlineDataDialog({ onClose }: { onClose: () => void }) {
  const { text } = useMessages()
  const start = useOnline()
  const started = useLoaded(start === null ? null : 'online', () => (start as NonNullable<typeof start>)())
  const actions = started.value
  const count = useSession((session) => session.online.length)
  const [tab, setTab] = useState<TabId>(count > 0 ? 'on' : 'catalogue')
  const [draft, setDraft] = useState<AddressDraft | null>(null)
  const [waiting, setWaiting] = useState<ServiceRequest | null>(null)
  const switchOn = (request: ServiceRequest): void => {
    if (actions === null) return
    if (!actions.canReach(new URL(request.url))) return setWaiting(request)
    void actions.add(request)
    setTab('on')
  }
  const edit = (next: AddressDraft): void => {
    setDraft(next)
    setTab('address')
  }
  return (
    <DialogFrame title={text('online.title')} onClose={onClose}>
      {waiting !== null && actions !== null ? (
        <ConfirmHost request={waiting} onAllow={() => actions.allowAndReload(waiting)} onRefuse={() => setWaiting(null)} />
      ) : (
        <>
          <p className="quiet">{text('online.explain')}</p>
          {started.status === 'failed' ? <LoadFailure says={text('part.failed')} onRetry={started.retry} /> : null}
          <Tabs className="dialog-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as TabId)}>
            <TabList className="dialog-tab-list" aria-label={text('online.title')}>
              <Tab id="catalogue" className="dialog-tab">
                {text('online.tab.catalogue')}
              </Tab>
              <Tab id="address" className="dialog-tab">
                {text('online.tab.address')}
              </Tab>
              <Tab id="on" className="dialog-tab">
                {text('online.tab.on', { count })}
              </Tab>
            </TabList>
            <TabPanel id="catalogue" className="dialog-panel">
              <CatalogueTab onSwitchOn={switchOn} onSwitchOff={(id) => actions?.remove(id)} onEdit={edit} />
            </TabPanel>
            <TabPanel id="address" className="dialog-panel">
              <AddressTab key={draft?.url ?? ''} draft={draft} onSwitchOn={switchOn} />
            </TabPanel>
            <TabPanel id="on" className="dialog-panel">
              {actions === null ? <p>{text('app.loading')}</p> : <ServicesTab actions={actions} onSwitchOn={switchOn} />}
            </TabPanel>
          </Tabs>
        </>
      )}
    </DialogFrame>
  )
}
