import { parseDate, type CalendarDate } from '@internationalized/date'
import { Clock } from 'lucide-react'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { Switch } from 'react-aria-components/Switch'
import { setShadows, setTime } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { formatClock } from '../messages/format.ts'
import { SunNote } from './sun-note.tsx'

const LAST_MINUTE = 1439
const STEP_MINUTES = 5
const TICK_HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24]

/** Local time of day and date in every city, and whether the sun casts shadows. */
export function TimeControls() {
  return (
    <div className="time-controls">
      <TimeSlider />
      <DayField />
      <ShadowSwitch />
      <SunNote />
    </div>
  )
}

function TimeSlider() {
  const { text } = useMessages()
  const { store } = useServices()
  const minutes = useApp((app) => app.minutes)
  return (
    <Slider
      className="time-slider"
      value={minutes}
      minValue={0}
      maxValue={LAST_MINUTE}
      step={STEP_MINUTES}
      onChange={(value) => store.getState().update((app) => setTime(app, app.date, value))}
    >
      <Label className="time-label">
        <Clock size={16} aria-hidden="true" />
        <span>{text('time.label')}</span>
      </Label>
      <SliderTrack className="time-track">
        <div className="time-ticks" aria-hidden="true">
          {TICK_HOURS.map((hour) => (
            <span key={hour} className="time-tick" style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
        <SliderThumb className="time-thumb" aria-valuetext={formatClock(minutes)} />
      </SliderTrack>
      <SliderOutput className="time-output">{formatClock(minutes)}</SliderOutput>
    </Slider>
  )
}

function DayField() {
  const { text } = useMessages()
  const { store } = useServices()
  const date = useApp((app) => app.date)
  const keep = (value: CalendarDate | null) => {
    if (value !== null) store.getState().update((app) => setTime(app, value.toString(), app.minutes))
  }
  return (
    <DateField className="date-field" value={parseDate(date)} onChange={keep} aria-label={text('time.date')}>
      <DateInput className="date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
    </DateField>
  )
}

function ShadowSwitch() {
  const { text } = useMessages()
  const { store } = useServices()
  const shadows = useApp((app) => app.shadows)
  return (
    <Switch className="switch" isSelected={shadows} onChange={(isOn) => store.getState().update((app) => setShadows(app, isOn))}>
      <span className="switch-track" aria-hidden="true" />
      {text('time.shadows')}
    </Switch>
  )
}
