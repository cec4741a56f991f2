import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { useMessages } from '../../context.tsx'
import { SCENARIO_TOOLS } from './scenario-tools.ts'

/** Every way to add an edit; what a way needs is loaded when it is opened. */
export function AddTab() {
  const { text } = useMessages()
  const [open, setOpen] = useState<string | null>(SCENARIO_TOOLS[0]?.id ?? null)
  return (
    <div className="add-tools">
      {SCENARIO_TOOLS.map(({ id, labelKey, icon: Icon, Content }) => (
        <Disclosure key={id} className="disclosure" isExpanded={open === id} onExpandedChange={(isOpen) => setOpen(isOpen ? id : null)}>
          <Heading level={3}>
            <Button slot="trigger" className="disclosure-button">
              <ChevronRight size={16} aria-hidden="true" />
              <Icon size={16} className="tool-icon" aria-hidden="true" />
              {text(labelKey)}
            </Button>
          </Heading>
          <DisclosurePanel>{open === id ? <Content /> : null}</DisclosurePanel>
        </Disclosure>
      ))}
    </div>
  )
}
