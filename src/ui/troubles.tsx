import { RefreshCw, RotateCw, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { dropTrouble, requestEverythingAgain } from '../state/session-transitions.ts'
import { setLanguage } from '../state/transitions.ts'
import type { Trouble } from '../state/trouble.ts'
import { IconButton } from './common/icon-button.tsx'
import { lazyPart } from './common/lazy-part.tsx'
import { useMessages, useServices, useSession } from './context.tsx'
import { withScenarioTexts } from './scenario/with-scenario-texts.ts'
import { reloadPage } from './reload-page.ts'

const StorageTrouble = lazyPart(withScenarioTexts(() => import('./scenario/storage-trouble.tsx').then((module) => module.StorageTrouble)))

/** What goes wrong outside of any panel, each with what can be done about it; stays until mended or put away. */
export function Troubles() {
  const troubles = useSession((session) => session.troubles)
  return troubles.map((trouble) => <TroubleLine key={JSON.stringify(trouble)} trouble={trouble} />)
}

function TroubleLine({ trouble }: { trouble: Trouble }) {
  return trouble.kind === 'storage' ? <StorageTrouble fault={trouble.fault} /> : <OtherTrouble trouble={trouble} />
}

function OtherTrouble({ trouble }: { trouble: Exclude<Trouble, { readonly kind: 'storage' }> }) {
  const { text } = useMessages()
  const { store } = useServices()
  const putAway = () => store.getState().updateSession((session) => dropTrouble(session, trouble))
  const retry = () => {
    putAway()
    const { update, updateSession } = store.getState()
    if (trouble.kind === 'language') update((app) => setLanguage(app, trouble.language))
    else updateSession(requestEverythingAgain)
  }
  const says =
    trouble.kind === 'language'
      ? text('trouble.language', { language: text(`language.${trouble.language}`) })
      : trouble.kind === 'worker'
        ? text(`trouble.worker.${trouble.worker}`)
        : trouble.kind === 'file'
          ? text('trouble.file', { file: trouble.file })
          : text('trouble.version')
  return (
    <div className="notice notice-standing">
      <p>{says}</p>
      {trouble.kind === 'version' ? (
        <Button className="button" onPress={() => reloadPage(store)}>
          <RefreshCw size={16} aria-hidden="true" />
          {text('trouble.loadVersion')}
        </Button>
      ) : (
        <Button className="button" onPress={retry}>
          <RotateCw size={16} aria-hidden="true" />
          {text('app.tryAgain')}
        </Button>
      )}
      <IconButton label={text('notice.dismiss')} placement="top" onPress={putAway}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
