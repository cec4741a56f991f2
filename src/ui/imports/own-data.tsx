import { FileUp, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { dismissFailedImport } from '../../state/session-transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'
import { useImporter } from './importer.ts'
import { IssueList } from './issue-list.tsx'
import { OwnLayerRow } from './own-layer-row.tsx'

/** Of a file as it is opened; the worker holds to it. */
const MOST_MEGABYTES = 100
const ENDINGS = ['.geojson', '.json', '.csv', '.tsv', '.txt', '.zip', '.fgb']

/** The reader's own files: open one, what is being opened, what came of it. */
export function OwnData() {
  const { text, cityName } = useMessages()
  const importer = useImporter()
  const { store } = useServices()
  const ownImport = useSession((session) => session.ownImport)
  const layers = useSession((session) => session.ownLayers)
  const leftOut = useSession((session) => session.ownLeftOut)
  const failures = useSession((session) => session.failedImports)
  const dismiss = (index: number): void => store.getState().updateSession((session) => dismissFailedImport(session, index))
  if (importer === null) return null
  return (
    <section className="layer-group own-data" role="group" aria-label={text('imports.title')}>
      <h3 className="group-label">{text('imports.title')}</h3>
      <p className="quiet">{text('imports.explain', { most: MOST_MEGABYTES })}</p>
      <FileTrigger
        acceptedFileTypes={ENDINGS}
        onSelect={(files) => {
          if (files?.[0] !== undefined) importer.open(files[0])
        }}
      >
        <Button className="button own-open" isDisabled={ownImport !== null}>
          <FileUp size={18} aria-hidden="true" />
          {text('imports.open')}
        </Button>
      </FileTrigger>
      {ownImport === null ? null : <Progress />}
      <div className="own-outcomes" aria-live="polite">
        {failures.map(({ fileName, issues }, index) => (
          <div key={`${index} ${fileName}`} className="own-failure">
            <div className="own-row">
              <p className="own-name">{text('imports.failed', { name: fileName })}</p>
              <IconButton label={text('imports.dismiss', { name: fileName })} onPress={() => dismiss(index)}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </div>
            <IssueList fileName={fileName} issues={issues} />
          </div>
        ))}
        {layers.length === 0
          ? null
          : leftOut.map((cityId) => (
              <p key={cityId} className="quiet">
                {text('imports.leftOutOnMap', { city: cityName(cityId) })}
              </p>
            ))}
        {layers.length === 0 ? null : (
          <ul className="own-layers" aria-label={text('imports.list')}>
            {/* The last one opened lies on top, so it stands first. */}
            {layers.toReversed().map((layer) => (
              <OwnLayerRow key={layer.id} layer={layer} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Progress() {
  const { text } = useMessages()
  const importer = useImporter()
  const ownImport = useSession((session) => session.ownImport)
  if (ownImport === null) return null
  const { fileName: name, phase, share } = ownImport
  const label =
    phase === 'reading'
      ? text('imports.reading', { name })
      : phase === 'placing'
        ? text('imports.placing', { name })
        : text('imports.asking', { name })
  return (
    <div className="own-progress">
      <ProgressBar aria-label={label} value={Math.round(share * 100)} className="own-bar">
        <span className="own-bar-text">{label}</span>
        <span className="own-bar-track" aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        </span>
      </ProgressBar>
      <Button className="button" onPress={() => importer?.cancel()}>
        {text('imports.cancel')}
      </Button>
    </div>
  )
}
