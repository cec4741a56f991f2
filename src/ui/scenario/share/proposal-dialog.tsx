import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { duplicateScenario } from '../../../scenario/change/create-scenario.ts'
import { diffScenarios, isEmptyDiff } from '../../../scenario/compare/diff-scenarios.ts'
import type { Scenario } from '../../../scenario/types.ts'
import { setProposal, type ScenarioProposal } from '../../../state/scenario-proposal.ts'
import { setScenarioTab } from '../../../state/scenario-session.ts'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { DialogFrame } from '../../dialogs/dialog-frame.tsx'
import { useScenarioActions, useStartedActions } from '../scenario-actions.ts'
import { useLoaded } from '../../common/use-loaded.ts'
import { IssueLines } from './issue-lines.tsx'

/** Asks what becomes of a scenario that came in a file or a link: nothing is opened or replaced by itself. */
export function ProposalDialog({ proposal }: { proposal: ScenarioProposal }) {
  const { text } = useMessages()
  const { store } = useServices()
  const { fileName, scenario, issues } = proposal
  const close = () => store.getState().updateSession((session) => setProposal(session, null))
  return (
    <DialogFrame
      title={fileName === null ? text('scenario.proposal.link') : text('scenario.proposal.file', { name: fileName })}
      onClose={close}
    >
      {scenario === null ? (
        <>
          <p>{text('scenario.proposal.none')}</p>
          <IssueLines issues={issues} />
          <div className="scenario-answers">
            <Button className="button" onPress={close} autoFocus>
              {text('app.close')}
            </Button>
          </div>
        </>
      ) : (
        <Offer scenario={scenario} issues={issues} onClose={close} />
      )}
    </DialogFrame>
  )
}

function Offer({ scenario, issues, onClose }: { scenario: Scenario; issues: ScenarioProposal['issues']; onClose: () => void }) {
  const { text, plural } = useMessages()
  const { store } = useServices()
  const act = useScenarioActions()
  const start = useStartedActions()
  const open = useSession((session) => session.scenario)
  const mine = useLoaded(scenario.id, async () => {
    // In a box, since none is an answer too.
    const kept = open?.id === scenario.id ? open : await (await start()).read(scenario.id)
    return { kept: kept !== null && !isEmptyDiff(diffScenarios(kept, scenario)) ? kept : null, isKnown: kept !== null }
  })
  const accept = (taken: Scenario): void => {
    onClose()
    act((actions) => {
      actions.adopt(taken)
      store.getState().updateSession((session) => setScenarioTab(session, 'edits'))
    })
  }
  const openKnown = (): void => {
    onClose()
    act(async (actions) => {
      if (open?.id !== scenario.id) await actions.open(scenario.id)
      store.getState().updateSession((session) => setScenarioTab(session, 'edits'))
    })
  }
  const isReady = mine.status === 'ready' || mine.status === 'failed'
  const clash = mine.value?.kept ?? null
  const isKnown = mine.value?.isKnown ?? false
  useEffect(() => {
    if (isReady) document.querySelector<HTMLElement>('.scenario-answers .button-primary')?.focus()
  }, [isReady])
  return (
    <>
      <p>
        {clash === null
          ? text('scenario.proposal.text', { name: scenario.name, edits: plural('scenario.count', scenario.edits.length) })
          : text('scenario.proposal.clash', { name: clash.name })}
      </p>
      {issues.length === 0 ? null : (
        <>
          <h3>{text('scenario.proposal.issues')}</h3>
          <IssueLines issues={issues} />
        </>
      )}
      <div className="scenario-answers">
        <Button className="button" onPress={onClose}>
          {text('scenario.proposal.no')}
        </Button>
        {clash === null ? (
          <Button className="button button-primary" isDisabled={!isReady} onPress={() => (isKnown ? openKnown() : accept(scenario))}>
            {text('scenario.proposal.open')}
          </Button>
        ) : (
          <>
            <Button className="button" onPress={() => accept(scenario)}>
              {text('scenario.proposal.replace')}
            </Button>
            <Button
              className="button button-primary"
              onPress={() => accept(duplicateScenario(scenario, text('scenario.name.copy', { name: scenario.name }), new Date()))}
            >
              {text('scenario.proposal.both')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
