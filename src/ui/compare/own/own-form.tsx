import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Form } from 'react-aria-components/Form'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { makeOwnMeasureId, OWN_MEASURE_LIMITS, type OwnMeasure } from '../../../analytics/own/own-measure-text.ts'
import { FORMULA_NAMES, prepareOwnMeasure } from '../../../analytics/own/own-measure.ts'
import { useMessages } from '../../context.tsx'
import { measureName } from '../measure-texts.ts'
import { formulaErrorText, ownUnit } from './own-texts.ts'

interface OwnFormProps {
  /** What is changed; null makes a new one. */
  readonly edited: OwnMeasure | null
  /** The others, whose names are taken. */
  readonly others: readonly OwnMeasure[]
  readonly onSave: (own: OwnMeasure) => void
  readonly onCancel: () => void
}

/** Name and formula of one measure; what is wrong shows while it is typed. */
export function OwnForm({ edited, others, onSave, onCancel }: OwnFormProps) {
  const messages = useMessages()
  const { text } = messages
  const [draft, setDraft] = useState<OwnMeasure>(edited ?? { name: '', formula: '' })
  const outcome = prepareOwnMeasure(draft.name.trim() === '' ? { ...draft, name: 'x' } : draft)
  const id = makeOwnMeasureId(draft.name.trim().normalize('NFC'))
  const isTaken = id !== null && others.some(({ name }) => makeOwnMeasureId(name) === id)
  const nameError = draft.name.trim() === '' ? null : id === null ? text('own.error.badName') : isTaken ? text('own.error.taken') : null
  const problem = outcome.ok ? null : outcome.problem
  const formulaError = problem?.kind === 'formula' && draft.formula.trim() !== '' ? formulaErrorText(messages, problem.error) : null
  const isFull = edited === null && others.length >= OWN_MEASURE_LIMITS.most
  const canSave = outcome.ok && id !== null && !isTaken && !isFull
  return (
    <Form
      className="own-form"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        if (!canSave || !outcome.ok) return
        onSave({ name: outcome.value.name, formula: outcome.value.formula })
        setDraft({ name: '', formula: '' })
      }}
    >
      <TextField
        className="text-field"
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        maxLength={OWN_MEASURE_LIMITS.nameCharacters}
        isInvalid={nameError !== null}
        autoComplete="off"
      >
        <Label className="field-label">{text('own.name')}</Label>
        <Input className="text-input" />
        <FieldError className="field-error">{nameError}</FieldError>
      </TextField>
      <TextField
        className="text-field own-formula"
        value={draft.formula}
        onChange={(formula) => setDraft({ ...draft, formula })}
        maxLength={OWN_MEASURE_LIMITS.formulaCharacters}
        isInvalid={formulaError !== null}
        autoComplete="off"
      >
        <Label className="field-label">{text('own.formula')}</Label>
        <Input className="text-input" spellCheck="false" />
        <FieldError className="field-error">{formulaError}</FieldError>
        {outcome.ok ? (
          <Text slot="description" className="quiet">
            {text('own.unit', { unit: ownUnit(messages, outcome.value) ?? text('own.noUnit') })}
          </Text>
        ) : null}
      </TextField>
      <div className="own-buttons">
        <Button type="submit" className="button button-primary" isDisabled={!canSave}>
          {text(edited === null ? 'own.add' : 'own.save')}
        </Button>
        {edited === null ? null : (
          <Button className="button" onPress={onCancel}>
            {text('compare.ranks.cancel')}
          </Button>
        )}
      </div>
      <details className="own-names">
        <summary>{text('own.names')}</summary>
        <p className="quiet">{text('own.how')}</p>
        <dl>
          {FORMULA_NAMES.measures.map((name) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{measureName(messages, name)}</dd>
            </div>
          ))}
          {FORMULA_NAMES.assumptions.map((name) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text(`assumption.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Form>
  )
}
