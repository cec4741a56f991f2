import { addEdit, replaceEdit, stampScenario } from '../scenario/change/change-scenario.ts'
import { redoStep, takeStep, undoStep, type History } from '../scenario/change/history.ts'
import type { ScenarioTool } from '../scenario/draw/types.ts'
import type { Edit, Scenario } from '../scenario/types.ts'
import type { Session } from './store.ts'
import { setViewTool } from './view-tools.ts'

/** The scenario that is open and what belongs to it; a part of the session. */
export interface ScenarioSession {
  /** The open scenario after the last confirmed change; null: the cities as they stand today. */
  readonly scenario: Scenario | null
  /** What undo goes back to, and what redo goes on to; of both the nearest is the last. Unlimited. */
  readonly scenarioPast: readonly Scenario[]
  readonly scenarioFuture: readonly Scenario[]
  /** What the open scenario is held against; null: the cities as they stand today. */
  readonly baseline: Scenario | null
  /** While true the cities show as they are before the scenario. */
  readonly showsBefore: boolean
  /** The edit that is chosen in the list and marked in the view. */
  readonly chosenEdit: string | null
  /** What is used in the views to draw or change something: clicks there are meant for it. */
  readonly scenarioTool: ScenarioTool | null
  /** The open tab of the scenario panel; null while it is closed. */
  readonly scenarioTab: string | null
  /** What of a scenario needs the width of the drawer under the views, such as its impacts; null while none is open. */
  readonly scenarioDrawer: string | null
}

export const NO_SCENARIO: ScenarioSession = {
  scenario: null,
  scenarioPast: [],
  scenarioFuture: [],
  baseline: null,
  showsBefore: false,
  chosenEdit: null,
  scenarioTool: null,
  scenarioTab: null,
  scenarioDrawer: null,
}

/** What the cities show: the open scenario, or while "before" is held what it is held against. */
export function shownScenario({ scenario, baseline, showsBefore }: ScenarioSession): Scenario | null {
  return showsBefore ? baseline : scenario
}

/** Opens a scenario, or by null none; what can be undone begins anew. */
export function openScenario(session: Session, scenario: Scenario | null): Session {
  const { scenarioTab, scenarioDrawer } = session
  const baseline = session.baseline?.id === scenario?.id ? null : session.baseline
  return { ...session, ...NO_SCENARIO, baseline: scenario === null ? null : baseline, scenario, scenarioTab, scenarioDrawer }
}

/**
 * A confirmed change of the open scenario; the same session where nothing is open or nothing changes.
 *
 * @param now when it is made, in milliseconds since 1970
 */
export function changeScenario(session: Session, change: (scenario: Scenario) => Scenario, now: number = Date.now()): Session {
  const { scenario } = session
  if (scenario === null) return session
  const changed = change(scenario)
  if (changed === scenario) return session
  return withHistory(session, takeStep(historyOf(session, scenario), stampScenario(changed, new Date(now))))
}

/** The open scenario as another tab left it: a step that can be undone, and no change of this tab's own. */
export function adoptScenario(session: Session, scenario: Scenario): Session {
  const { scenario: present } = session
  return present?.id === scenario.id ? withHistory(session, takeStep(historyOf(session, present), scenario)) : session
}

/** Adds an edit to the open scenario, or puts it in the place of the one with its id. */
export function putEdit(session: Session, edit: Edit, now?: number): Session {
  return changeScenario(
    session,
    (scenario) => (scenario.edits.some(({ id }) => id === edit.id) ? replaceEdit(scenario, edit) : addEdit(scenario, edit)),
    now,
  )
}

export function undoScenario(session: Session): Session {
  const { scenario } = session
  return scenario === null ? session : withHistory(session, undoStep(historyOf(session, scenario)))
}

export function redoScenario(session: Session): Session {
  const { scenario } = session
  return scenario === null ? session : withHistory(session, redoStep(historyOf(session, scenario)))
}

/** Holds the open scenario against another, or by null against today. */
export function setBaseline(session: Session, baseline: Scenario | null): Session {
  return session.baseline === baseline ? session : { ...session, baseline }
}

export function setShowsBefore(session: Session, showsBefore: boolean): Session {
  return session.showsBefore === showsBefore ? session : { ...session, showsBefore }
}

/** Takes a tool in hand, or by null puts it away. */
export function setScenarioTool(session: Session, scenarioTool: ScenarioTool | null): Session {
  return session.scenarioTool === scenarioTool ? session : { ...session, scenarioTool }
}

export function chooseEdit(session: Session, chosenEdit: string | null): Session {
  return session.chosenEdit === chosenEdit ? session : { ...session, chosenEdit }
}

/** Opens the scenario panel at a tab, or by null closes it. */
export function setScenarioTab(session: Session, scenarioTab: string | null): Session {
  if (session.scenarioTab === scenarioTab) return session
  // One panel at the left at a time.
  return { ...(scenarioTab === null ? session : setViewTool(session, null)), scenarioTab }
}

/** Opens a part in the drawer under the views, or by null closes it. */
export function setScenarioDrawer(session: Session, scenarioDrawer: string | null): Session {
  return session.scenarioDrawer === scenarioDrawer ? session : { ...session, scenarioDrawer }
}

function historyOf({ scenarioPast, scenarioFuture }: Session, present: Scenario): History<Scenario> {
  return { past: scenarioPast, present, future: scenarioFuture }
}

function withHistory(session: Session, { past, present, future }: History<Scenario>): Session {
  if (present === session.scenario) return session
  return {
    ...session,
    scenario: present,
    scenarioPast: past,
    scenarioFuture: future,
    chosenEdit: keepChosen(session.chosenEdit, present),
  }
}

function keepChosen(chosen: string | null, { edits }: Scenario): string | null {
  return edits.some(({ id }) => id === chosen) ? chosen : null
}
