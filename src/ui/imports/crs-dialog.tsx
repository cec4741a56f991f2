import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Switch } from 'react-aria-components/Switch'
import type { EpsgCode } from '../../geo/crs.ts'
import type { CrsOption, CrsQuestion } from '../../layers/own/own-import.ts'
import { useMessages, useSession, type Messages } from '../context.tsx'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useImporter } from './importer.ts'
import { nameCrs } from './name-crs.ts'
import { PlacePreview } from './place-preview.tsx'

/** Asks what coordinates a file has; closing it cancels the file. */
export function CrsDialog() {
  const { text } = useMessages()
  const importer = useImporter()
  const ownImport = useSession((session) => session.ownImport)
  if (ownImport?.question == null || importer === null) return null
  return (
    <DialogFrame title={text('imports.crs.title')} onClose={importer.cancel}>
      <Question name={ownImport.fileName} question={ownImport.question} />
    </DialogFrame>
  )
}

function Question({ name, question }: { name: string; question: CrsQuestion }) {
  const messages = useMessages()
  const { text, language } = messages
  const importer = useImporter()
  const [epsg, setEpsg] = useState<EpsgCode>(question.guess?.epsg ?? 4326)
  const [isSwapped, setIsSwapped] = useState(question.guess?.isSwapped ?? false)
  const codes = [...new Set(question.options.map((option) => option.epsg))]
  const option = question.options.find((each) => each.epsg === epsg && each.isSwapped === isSwapped)
  // As they stand in the file: all digits, since they are what the reader knows them by.
  const [first, second] = question.sample.map((value) => new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value)) as [
    string,
    string,
  ]
  const choose = (next: EpsgCode): void => {
    setEpsg(next)
    // The order that fits, where only one does.
    const fitting = question.options.filter((each) => each.epsg === next && each.nearShare > 0)
    if (fitting.length === 1) setIsSwapped(fitting[0]?.isSwapped ?? false)
  }
  return (
    <div className="crs-question">
      <p>
        {question.declared === null
          ? text('imports.crs.missing', { name, first, second })
          : text('imports.crs.unknown', { name, declared: question.declared, first, second })}
      </p>
      <div className="crs-columns">
        <div className="crs-choices">
          <RadioGroup className="radio-group" value={String(epsg)} onChange={(value) => choose(Number(value) as EpsgCode)}>
            <Label className="group-label">{text('imports.crs.system')}</Label>
            {codes.map((code) => (
              <Radio key={code} value={String(code)} className="radio">
                <span className="radio-mark" aria-hidden="true" />
                <span>
                  {nameCrs(messages, code)}
                  {code === question.guess?.epsg ? <span className="host">{text('imports.crs.guess')}</span> : null}
                </span>
              </Radio>
            ))}
          </RadioGroup>
          <Switch className="switch" isSelected={isSwapped} onChange={setIsSwapped}>
            <span className="switch-track" aria-hidden="true" />
            {text('imports.crs.swap')}
          </Switch>
        </div>
        <figure className="crs-preview">
          <PlacePreview option={option ?? null} label={text('imports.crs.preview')} />
          <figcaption>
            <span role="status">{sayWhere(messages, option)}</span>
          </figcaption>
        </figure>
      </div>
      <div className="dialog-actions">
        <Button className="button" onPress={() => importer?.cancel()}>
          {text('imports.cancel')}
        </Button>
        <Button
          className="button button-primary"
          isDisabled={option?.boxDegrees == null}
          onPress={() => importer?.answer({ epsg, isSwapped })}
        >
          {text('imports.crs.use')}
        </Button>
      </div>
    </div>
  )
}

/** Near enough to be said to be in the city. */
const IN_CITY_METRES = 15_000

function sayWhere({ text, cityName }: Messages, option: CrsOption | undefined): string {
  if (option?.nearest == null) return text('imports.crs.nowhere')
  const city = cityName(option.nearest.cityId)
  if (option.nearShare > 0 && option.nearest.metres < IN_CITY_METRES) return text('imports.crs.inCity', { city })
  return text('imports.crs.away', { distance: Math.round(option.nearest.metres / 1000), city })
}
