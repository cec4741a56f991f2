import { Download } from 'lucide-react'
import { useCallback, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { writeCsv } from '../../../report/write-tables.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { Quantity } from '../../common/quantity.tsx'
import { PlotFigure, type PlotLibrary } from '../../compare/plot-figure.tsx'
import { drawPicture, saveFile, serialiseChart } from '../../compare/save-file.ts'
import { useTheme } from '../../compare/use-theme.ts'
import { useMessages, useServices } from '../../context.tsx'
import { AnswerState } from '../answer-state.tsx'
import { FigureList } from '../figure-list.tsx'
import { LimitsNote } from '../limits-note.tsx'
import { PlaceBar, usePlaces } from '../place-bar.tsx'
import { useCityAnswers } from '../use-city-answers.ts'
import { useCreditText } from '../use-credit-text.ts'
import { makeSectionOptions, type CitySection } from './section-chart.ts'
import { tabulateSections } from './section-table.ts'

/** What stands along a line, in both cities one over the other. */
export function SectionTool() {
  const places = usePlaces('section')
  const answer = useCityAnswers('section', places, 2, (service, { places: [from, to], ...city }) =>
    service.cutSection({ ...city, from: from ?? [0, 0], to: to ?? [0, 0] }),
  )
  return (
    <>
      <PlaceBar tool="section" how="section.how" />
      <AnswerState answer={answer}>{(sections) => <Sections sections={sections} />}</AnswerState>
      <LimitsNote of="viewTool.limits.city" />
    </>
  )
}

function Sections({ sections }: { sections: readonly CitySection[] }) {
  const { text, number, share, cityName, cityNames } = useMessages()
  const theme = useTheme()
  const frame = useRef<HTMLDivElement>(null)
  const along = text('section.along')
  const makeOptions = useCallback(
    (plot: PlotLibrary, width: number) => makeSectionOptions(plot, width, sections, theme, { along, number: (value) => number(value) }),
    [sections, theme, along, number],
  )
  const title = text('section.chart', { cities: cityNames })
  return (
    <>
      <div ref={frame}>
        <PlotFigure label={title} height={200} makeOptions={makeOptions} />
      </div>
      <SaveButtons sections={sections} title={title} findChart={() => frame.current?.querySelector('svg') ?? null} />
      {sections.map(({ cityId, answer }) => (
        <section key={cityId}>
          <h3 className="view-city">
            <CityDot cityId={cityId} /> {cityName(cityId)}
          </h3>
          <FigureList
            rows={[
              { label: text('ruler.length'), value: <Quantity value={answer.lengthMetres} unitKey="unit.metres" decimals={1} /> },
              { label: text('section.built'), value: share(answer.builtShare) },
              {
                label: text('section.highest'),
                value: <Quantity value={answer.highestMetres ?? 0} unitKey="unit.metres" decimals={1} />,
              },
              { label: text('section.mean'), value: <Quantity value={answer.meanHeightMetres} unitKey="unit.metres" decimals={1} /> },
              { label: text('section.count'), value: number(answer.spans.length) },
            ]}
          />
        </section>
      ))}
    </>
  )
}

interface SaveButtonsProps {
  readonly sections: readonly CitySection[]
  readonly title: string
  readonly findChart: () => SVGSVGElement | null
}

function SaveButtons({ sections, title, findChart }: SaveButtonsProps) {
  const { notify } = useServices()
  const credit = useCreditText()
  const token = (key: string) => getComputedStyle(document.documentElement).getPropertyValue(key).trim()
  const requireChart = (): SVGSVGElement => {
    const chart = findChart()
    if (chart === null) throw new Error('No chart')
    return chart
  }
  const formats = {
    CSV: () => saveFile('kaksik-section.csv', new Blob([writeCsv(tabulateSections(sections))], { type: 'text/csv' })),
    SVG: () => {
      const chart = requireChart()
      const [width, height] = [Number(chart.getAttribute('width')), Number(chart.getAttribute('height'))]
      saveFile('kaksik-section.svg', new Blob([serialiseChart(chart, width, height, token('--ink'))], { type: 'image/svg+xml' }))
    },
    PNG: async () =>
      saveFile('kaksik-section.png', await drawPicture(requireChart(), { title, credit, paper: token('--paper'), ink: token('--ink') })),
  } as const
  const save = (format: keyof typeof formats) => {
    Promise.resolve()
      .then(() => formats[format]())
      .catch(() => notify({ key: 'viewTool.exportFailed' }))
  }
  return (
    <div className="draw-buttons">
      {(['PNG', 'SVG', 'CSV'] as const).map((format) => (
        <Button key={format} className="button" onPress={() => save(format)}>
          <Download size={16} aria-hidden="true" />
          {format}
        </Button>
      ))}
    </div>
  )
}
