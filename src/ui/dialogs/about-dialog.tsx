import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useMessages } from '../context.tsx'
import { useManifests } from '../time-bar/use-manifests.ts'
import { AboutData } from './about-data.tsx'
import { AboutKeys } from './about-keys.tsx'
import { AboutMethods } from './about-methods.tsx'
import { DialogFrame } from './dialog-frame.tsx'

/** What this is, its data and licences, its keys and its methods. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { text, cityNames } = useMessages()
  const manifests = useManifests()
  return (
    <DialogFrame title={text('about.title')} onClose={onClose}>
      <Tabs className="dialog-tabs">
        <TabList className="dialog-tab-list" aria-label={text('about.title')}>
          <Tab id="what" className="dialog-tab">
            {text('about.tab.what')}
          </Tab>
          <Tab id="data" className="dialog-tab">
            {text('about.tab.data')}
          </Tab>
          <Tab id="methods" className="dialog-tab">
            {text('about.tab.methods')}
          </Tab>
          <Tab id="keys" className="dialog-tab">
            {text('about.tab.keys')}
          </Tab>
        </TabList>
        <TabPanel id="what" className="dialog-panel">
          <p className="about-lead">{text('about.lead', { cities: cityNames })}</p>
          <ul className="about-points">
            <li>{text('about.what.twin')}</li>
            <li>{text('about.what.colour')}</li>
            <li>{text('about.what.gaps')}</li>
            <li>{text('about.what.private')}</li>
          </ul>
        </TabPanel>
        <TabPanel id="data" className="dialog-panel">
          <AboutData manifests={manifests} />
        </TabPanel>
        <TabPanel id="methods" className="dialog-panel">
          <AboutMethods manifests={manifests} />
        </TabPanel>
        <TabPanel id="keys" className="dialog-panel">
          <AboutKeys />
        </TabPanel>
      </Tabs>
    </DialogFrame>
  )
}
