import type { ScenarioIssue } from '../scenario/issues.ts'
import type { Scenario } from '../scenario/types.ts'
import type { Session } from './store.ts'

/** A scenario that came from outside, until the user has said what becomes of it. */
export interface ScenarioProposal {
  /** Null where it came in a link. */
  readonly fileName: string | null
  /** Null when nothing could be read; the first issue says why. */
  readonly scenario: Scenario | null
  readonly issues: readonly ScenarioIssue[]
}

export function setProposal(session: Session, proposal: ScenarioProposal | null): Session {
  return session.proposal === proposal ? session : { ...session, proposal }
}
