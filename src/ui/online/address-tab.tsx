import { useState, type FormEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Form } from 'react-aria-components/Form'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { readAddress } from '../../io/online/read-address.ts'
import { OnlineError } from '../../io/online/online-fault.ts'
import { SERVICE_KINDS, type ServiceKind, type ServiceRequest } from '../../layers/own/service-request.ts'
import { useMessages } from '../context.tsx'
import { ChoiceField } from '../layers-panel/choice-field.tsx'
import { guessKind, requestOf } from './make-request.ts'
import { remarkText } from './remark-text.ts'

/** What the form starts with. */
export interface AddressDraft {
  readonly url: string
  readonly kind: ServiceKind
  readonly layer: string
  readonly credit: string
}

const FEATURE_LIMITS = [1000, 5000, 20_000, 50_000] as const

/** A service by its address. Nothing is asked of it before the button is pressed. */
export function AddressTab({ draft, onSwitchOn }: { draft: AddressDraft | null; onSwitchOn: (request: ServiceRequest) => void }) {
  const messages = useMessages()
  const { text, plural } = messages
  const [url, setUrl] = useState(draft?.url ?? '')
  const [kind, setKind] = useState<ServiceKind>(draft?.kind ?? 'ogc-features')
  const [layer, setLayer] = useState(draft?.layer ?? '')
  const [credit, setCredit] = useState(draft?.credit ?? '')
  const [most, setMost] = useState<number>(FEATURE_LIMITS[1])
  const [fault, setFault] = useState<string | null>(null)
  const host = hostOf(url)
  const changeUrl = (next: string): void => {
    setUrl(next)
    setFault(null)
    const guess = guessKind(next)
    if (guess !== null) setKind(guess)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    try {
      onSwitchOn(requestOf({ url: readAddress(url), kind, layer: layer.trim(), credit: credit.trim(), mostFeatures: most }))
    } catch (error) {
      if (!(error instanceof OnlineError)) throw error
      setFault(remarkText(messages, 'fault', error.fault))
    }
  }
  const isFeatures = kind === 'wfs' || kind === 'ogc-features'
  return (
    <Form className="address-form" onSubmit={submit} validationBehavior="aria">
      <TextField
        className="text-field"
        value={url}
        onChange={changeUrl}
        isInvalid={fault !== null}
        inputMode="url"
        autoComplete="off"
        spellCheck="false"
      >
        <Label className="field-label">{text('online.address.url')}</Label>
        <Input className="text-input" />
        <FieldError className="field-error">{fault}</FieldError>
      </TextField>
      <ChoiceField
        label={text('online.catalogue.kind')}
        value={kind}
        onChange={(id) => setKind(id as ServiceKind)}
        choices={SERVICE_KINDS.map((id) => ({ id, text: text(`online.kind.${id}`) }))}
      />
      {kind === '3dtiles' ? null : (
        <TextField className="text-field" value={layer} onChange={setLayer} autoComplete="off" spellCheck="false">
          <Label className="field-label">{text('online.address.layer')}</Label>
          <Input className="text-input" />
          <Text slot="description" className="quiet">
            {text('online.address.layerHint')}
          </Text>
        </TextField>
      )}
      <TextField className="text-field" value={credit} onChange={setCredit} maxLength={200} autoComplete="off">
        <Label className="field-label">{text('online.address.credit')}</Label>
        <Input className="text-input" />
        <Text slot="description" className="quiet">
          {text('online.address.creditHint')}
        </Text>
      </TextField>
      {isFeatures ? (
        <ChoiceField
          label={text('online.address.most')}
          value={String(most)}
          onChange={(id) => setMost(Number(id))}
          choices={FEATURE_LIMITS.map((count) => ({ id: String(count), text: plural('online.features', count) }))}
        />
      ) : null}
      <div className="online-actions">
        <Button type="submit" className="button button-primary" isDisabled={url.trim() === ''}>
          {text('online.switchOn')}
        </Button>
        {host === null ? null : <span className="quiet">{text('online.contacts', { host })}</span>}
      </div>
    </Form>
  )
}

function hostOf(typed: string): string | null {
  try {
    return readAddress(typed).host
  } catch {
    return null
  }
}
