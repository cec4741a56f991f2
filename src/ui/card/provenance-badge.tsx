import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Provenance } from '../../schema/provenance.ts'
import { useMessages } from '../context.tsx'
import { formatYears } from '../messages/format.ts'

/** How a figure came to be known, in a word and a year; pressing it says from where, by what rule, and how sure it is. */
export function ProvenanceBadge({ provenance, fact }: { provenance: Provenance; fact: string }) {
  const { text } = useMessages()
  const kind = text(`provenance.${provenance.kind}`)
  const short = provenance.year === null ? kind : `${kind} · ${formatYears(provenance.year)}`
  const label = text('cardPanel.explain', { fact })
  return (
    <DialogTrigger>
      <Button className="provenance-badge" data-kind={provenance.kind} aria-label={`${short}. ${label}`}>
        {short}
      </Button>
      <Popover className="popover provenance-popover" placement="bottom end">
        <Dialog className="provenance-dialog" aria-label={label}>
          <dl>
            <dt>{text('cardPanel.source')}</dt>
            <dd lang="en">{provenance.source}</dd>
            <dt>{text('cardPanel.year')}</dt>
            <dd>{provenance.year === null ? text('cardPanel.yearUnknown') : formatYears(provenance.year)}</dd>
            {provenance.uncertainty === undefined ? null : (
              <>
                <dt>{text('cardPanel.uncertainty')}</dt>
                <dd lang="en">{provenance.uncertainty}</dd>
              </>
            )}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
