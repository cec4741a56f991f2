import { createContext, useContext } from 'react'
import type { Scenario } from '../../scenario/types.ts'

/** What the interface asks of the keeping of scenarios; what comes of it stands in the session. */
export interface ScenarioActions {
  /** Opens a new, empty scenario. */
  readonly create: (name: string) => void
  /** Opens a scenario that came in a file or a link, and keeps it. */
  readonly adopt: (scenario: Scenario) => void
  readonly open: (id: string) => Promise<void>
  /** A kept scenario without opening it; null where it can't be had. */
  readonly read: (id: string) => Promise<Scenario | null>
  readonly close: () => void
  /** Opens a copy under another name. */
  readonly duplicate: (id: string, name: string) => Promise<void>
  readonly rename: (id: string, name: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Brings back what was deleted last. */
  readonly undoRemove: () => Promise<void>
  readonly forgetRemoved: () => void
  /** A kept record as it stands, read or not: to be saved as a file where it can't be opened. */
  readonly readRaw: (id: string) => Promise<unknown>
  /** Tries again to keep what is not kept. */
  readonly retry: () => Promise<void>
}

/** Starts the keeping on its first use. */
export const ScenarioActionsContext = createContext<(() => Promise<ScenarioActions>) | null>(null)

/** Starts the keeping, once, and gives it; for what waits for an answer of it. */
export function useStartedActions(): () => Promise<ScenarioActions> {
  const start = useContext(ScenarioActionsContext)
  return () => start?.() ?? Promise.reject(new Error('A part of the interface was given no keeping of scenarios'))
}

/** Does something with the scenarios that are kept, once the keeping has started. */
export function useScenarioActions(): (act: (actions: ScenarioActions) => unknown) => void {
  const start = useStartedActions()
  return (act) => {
    start()
      .then(act)
      .catch((error: unknown) => console.error(error))
  }
}
