import { Download, RotateCw, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { StorageFault } from '../../scenario/storage-fault.ts'
import { dropTrouble } from '../../state/session-transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'
import { useScenarioActions } from './scenario-actions.ts'
import { saveScenario } from './share/save-scenario.ts'

/** Says over the page that what was confirmed is not kept, as soon as it is so. */
export function StorageTrouble({ fault }: { fault: StorageFault }) {
  const { text } = useMessages()
  const { store } = useServices()
  const act = useScenarioActions()
  const scenario = useSession((session) => session.scenario)
  return (
    <div className="notice notice-standing">
      <p>{text(`scenario.fault.${fault}`)}</p>
      {scenario === null ? null : (
        <Button className="button" onPress={() => saveScenario(scenario)}>
          <Download size={16} aria-hidden="true" />
          {text('scenario.saveFile')}
        </Button>
      )}
      <Button className="button" onPress={() => act((actions) => actions.retry())}>
        <RotateCw size={16} aria-hidden="true" />
        {text('app.tryAgain')}
      </Button>
      <IconButton
        label={text('notice.dismiss')}
        placement="top"
        onPress={() => store.getState().updateSession((session) => dropTrouble(session, { kind: 'storage', fault }))}
      >
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
