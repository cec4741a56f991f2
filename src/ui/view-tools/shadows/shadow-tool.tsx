import { Film, Images, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import { cityById, CITIES, type CityId } from '../../../cities/index.ts'
import { instantOfLocalTime } from '../../../geo/local-time.ts'
import { sunPosition } from '../../../geo/sun.ts'
import { useCityPictures } from '../../common/city-pictures-context.ts'
import { saveFile } from '../../compare/save-file.ts'
import { useTheme } from '../../compare/use-theme.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { formatClock } from '../../messages/format.ts'
import { NumberInput } from '../../scenario/edits/number-input.tsx'
import '../../styles/text-field.css'
import { STACKED_QUERY, useMediaQuery } from '../../viewport.ts'
import { LimitsNote } from '../limits-note.tsx'
import { useCreditText } from '../use-credit-text.ts'
import { canEncodeVideo, createPictureSink, createVideoSink, type FrameSink } from './frame-sink.ts'
import { listFrameMinutes, MOST_FRAMES, readClock } from './frame-times.ts'
import { recordDay } from './record-day.ts'

type OpenSink = (size: { readonly width: number; readonly height: number }) => Promise<FrameSink>

/** The chosen day in steps, as pictures or as a video. */
export function ShadowTool() {
  const { text, plural } = useMessages()
  const date = useApp((app) => app.date)
  const [from, setFrom] = useState(9 * 60)
  const [to, setTo] = useState(18 * 60)
  const [step, setStep] = useState(30)
  const { state, record, cancel } = useRecorder(date)
  const minutes = listFrameMinutes(from, to, step)
  const isBusy = state.status === 'busy'
  const canRecord = minutes.length > 0 && !isBusy
  return (
    <>
      <p>{text('shadows.how')}</p>
      <div className="shadow-fields">
        <ClockField label={text('shadows.from')} minutes={from} onChange={setFrom} />
        <ClockField label={text('shadows.to')} minutes={to} onChange={setTo} />
        <NumberInput label={text('shadows.step')} value={step} least={1} most={240} onChange={(value) => setStep(value ?? step)} />
      </div>
      <p className="quantity">
        {plural('shadows.steps', minutes.length)}
        {minutes.length === MOST_FRAMES ? ' (max.)' : ''}
      </p>
      {isSunDown(date, minutes) ? <p className="quiet">{text('shadows.dark')}</p> : null}
      <div className="draw-buttons">
        <Button className="button button-primary" isDisabled={!canRecord} onPress={() => record(minutes, () => createPictureSink())}>
          <Images size={16} aria-hidden="true" />
          {text('shadows.pictures')}
        </Button>
        {canEncodeVideo() ? (
          <Button className="button" isDisabled={!canRecord} onPress={() => record(minutes, createVideoSink)}>
            <Film size={16} aria-hidden="true" />
            {text('shadows.video')}
          </Button>
        ) : (
          <p className="quiet">{text('shadows.noVideo')}</p>
        )}
        {isBusy ? (
          <Button className="button" onPress={cancel}>
            <X size={16} aria-hidden="true" />
            {text('shadows.cancel')}
          </Button>
        ) : null}
      </div>
      <p role="status">
        {state.status === 'busy'
          ? text('shadows.progress', { done: state.done, count: state.count })
          : state.status === 'done'
            ? text('shadows.done', { count: state.count })
            : state.status === 'cancelled'
              ? text('shadows.cancelled')
              : state.status === 'failed'
                ? text('viewTool.exportFailed')
                : null}
      </p>
      <LimitsNote of="shadows.limits" />
    </>
  )
}

interface ClockFieldProps {
  readonly label: string
  readonly minutes: number
  readonly onChange: (minutes: number) => void
}

function ClockField({ label, minutes, onChange }: ClockFieldProps) {
  return (
    <TextField
      className="text-field"
      type="time"
      value={formatClock(minutes)}
      onChange={(value) => {
        const read = readClock(value)
        if (read !== null) onChange(read)
      }}
    >
      <Label className="field-label">{label}</Label>
      <Input className="text-input" step={60} />
    </TextField>
  )
}

type RecorderState =
  | { readonly status: 'idle' | 'cancelled' | 'failed' }
  | { readonly status: 'busy'; readonly done: number; readonly count: number }
  | { readonly status: 'done'; readonly count: number }

/** Records one day at a time, and saves it. */
function useRecorder(date: string) {
  const { text, language, cityName } = useMessages()
  const { store } = useServices()
  const takePicture = useCityPictures()
  const theme = useTheme()
  const isStacked = useMediaQuery(STACKED_QUERY)
  const credit = useCreditText()
  const controller = useRef<AbortController | null>(null)
  const [state, setState] = useState<RecorderState>({ status: 'idle' })
  // A panel that closes ends what it began.
  useEffect(() => () => controller.current?.abort(), [])
  const stampOf = (cityId: CityId, minutes: number) =>
    text('shadows.stamp', {
      city: cityName(cityId),
      date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)),
      time: formatClock(minutes),
    })
  const record = (minutes: readonly number[], openSink: OpenSink) => {
    const own = new AbortController()
    controller.current = own
    const count = minutes.length
    setState({ status: 'busy', done: 0, count })
    const style = getComputedStyle(document.documentElement)
    const token = (key: string) => style.getPropertyValue(key).trim()
    recordDay(store, takePicture, {
      minutes,
      layout: { isStacked, credit, paper: token('--paper'), ink: token('--ink') },
      theme,
      stampOf,
      openSink,
      onProgress: (done) => setState({ status: 'busy', done, count }),
      signal: own.signal,
    }).then(
      (file) => {
        if (file !== null) saveFile(`kaksik-shadows-${date}.${file.extension}`, file.content)
        setState(file === null ? { status: 'cancelled' } : { status: 'done', count })
      },
      (error: unknown) => {
        console.warn(error)
        setState({ status: 'failed' })
      },
    )
  }
  return { state, record, cancel: () => controller.current?.abort() }
}

/** Whether the sun is below the horizon of a city in any of the frames. */
function isSunDown(date: string, minutes: readonly number[]): boolean {
  return CITIES.some(({ id, anchor }) =>
    minutes.some((minute) => {
      const instant = instantOfLocalTime(date, minute, cityById(id).timeZone)
      return sunPosition(anchor.longitudeDegrees, anchor.latitudeDegrees, instant).altitudeDegrees < 0
    }),
  )
}
