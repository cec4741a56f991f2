import { encodeScenarioLink } from '../../../scenario/link.ts'
import type { Scenario } from '../../../scenario/types.ts'

/** Stands first in the fragment of an address that has a scenario. */
const LINK_PREFIX = '#scenario='

/** The address of this page with a scenario in it; null where it would be too long to be passed on. */
export async function makeScenarioAddress(
  scenario: Scenario,
  page: Pick<Location, 'origin' | 'pathname' | 'search'>,
): Promise<string | null> {
  const encoded = await encodeScenarioLink(scenario)
  return encoded.kind === 'link' ? page.origin + page.pathname + page.search + LINK_PREFIX + encoded.text : null
}
