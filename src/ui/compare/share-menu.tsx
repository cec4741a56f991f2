import { Download } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { FlatTable } from '../../report/flat-table.ts'
import { writeReportCommand } from '../../report/write-command.ts'
import type { ReportQuestion } from '../../report/request.ts'
import { writeCsv, writeGeoJson } from '../../report/write-tables.ts'
import { useMessages, useServices } from '../context.tsx'
import { listCreditLines } from '../time-bar/credit-lines.ts'
import { useManifests } from '../time-bar/use-manifests.ts'
import { drawPicture, saveFile } from './save-file.ts'
import { useHeatChanges } from './use-answer.ts'

interface ShareMenuProps {
  /** What the report in the terminal is asked, to give what is shown; where it takes more than one question, a command each. */
  readonly question: ReportQuestion | readonly [ReportQuestion, ...ReportQuestion[]]
  readonly makeTable: () => FlatTable
  /** The areas behind it for a map, where they are not the rows of the table. */
  readonly makeMapTable?: () => FlatTable
  readonly chart?: { readonly title: string; readonly find: () => SVGSVGElement | null }
}

/** What is shown, to be taken along: as a command that gives it again, as a table, as areas, as a picture. */
export function ShareMenu({ question, makeTable, makeMapTable = makeTable, chart }: ShareMenuProps) {
  const { text } = useMessages()
  const { notify } = useServices()
  const heat = useHeatChanges()
  const manifests = useManifests()
  const questions = 'kind' in question ? ([question] as const) : question
  const name = `kaksik-${questions[0].kind}`
  const credit = [
    ...new Set(
      Object.values(manifests).flatMap((manifest) =>
        typeof manifest === 'string' ? [] : listCreditLines(manifest).map((line) => `${line.credit}, ${line.licence}`),
      ),
    ),
  ].join(' · ')

  const copy = async () => {
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard === undefined) throw new Error('No clipboard')
    const output = { format: 'csv', path: null, sidecarPath: null } as const
    await clipboard.writeText(questions.map((each) => writeReportCommand({ question: each, heat: heat ?? {}, output })).join('\n'))
    notify({ key: 'compare.share.copied' })
  }
  const picture = async () => {
    const found = chart?.find() ?? null
    if (chart === undefined || found === null) throw new Error('No chart')
    const style = getComputedStyle(document.documentElement)
    const token = (key: string) => style.getPropertyValue(key).trim()
    saveFile(`${name}.png`, await drawPicture(found, { title: chart.title, credit, paper: token('--paper'), ink: token('--ink') }))
  }
  const actions: Readonly<Record<string, () => Promise<void> | void>> = {
    command: copy,
    csv: () => saveFile(`${name}.csv`, new Blob([writeCsv(makeTable())], { type: 'text/csv' })),
    geojson: () => saveFile(`${name}.geojson`, new Blob([writeGeoJson(makeMapTable())], { type: 'application/geo+json' })),
    png: picture,
  }
  const act = (key: string) => {
    Promise.resolve()
      .then(() => actions[key]?.())
      .catch(() => notify({ key: 'compare.share.failed' }))
  }
  return (
    <MenuTrigger>
      <Button className="button compare-share">
        <Download size={16} aria-hidden="true" />
        {text('compare.share')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => act(String(key))}>
          <MenuItem id="command" className="menu-item">
            {text('compare.share.command')}
          </MenuItem>
          <MenuItem id="csv" className="menu-item">
            {text('compare.share.csv')}
          </MenuItem>
          <MenuItem id="geojson" className="menu-item">
            {text('compare.share.geojson')}
          </MenuItem>
          {chart === undefined ? null : (
            <MenuItem id="png" className="menu-item">
              {text('compare.share.png')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
