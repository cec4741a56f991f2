import { CITIES } from '../../cities/index.ts'
import { createScenarioStorage } from '../../io/scenarios/scenario-storage.ts'
import { createId } from '../../scenario/change/create-scenario.ts'
import { parseScenario } from '../../scenario/parse/parse-scenario.ts'
import type { AppStore } from '../../state/store.ts'
import { messagesOf } from '../../ui/context.tsx'
import { loadScenarioMessages } from '../../ui/messages/index.ts'
import type { ScenarioActions } from '../../ui/scenario/scenario-actions.ts'
import { createJournal } from './journal.ts'
import { createScenarioKeeper, type TabChannel } from './scenario-keeper.ts'

/** @param openId the scenario that was open in this tab; null for none @param rememberOpen keeps it for a reload */
export async function startKeeper(
  store: AppStore,
  openId: string | null,
  rememberOpen: (id: string | null) => void,
): Promise<ScenarioActions> {
  await loadScenarioMessages()
  const texts = () => messagesOf(store.getState().session.shownLanguage)
  const keeper = createScenarioKeeper(store, {
    storage: createScenarioStorage(),
    channel: openChannel(),
    journal: createJournal(() => localStorage, createId()),
    parse: (value) => parseScenario(value, { cities: CITIES, createId }),
    rememberOpen,
    nameOther: (name) => texts().text('scenario.name.otherTab', { name }),
    nameCopy: (name) => texts().text('scenario.name.copy', { name }),
    now: () => new Date(),
  })
  // A page that is hidden on a phone may never be heard of again.
  addEventListener('pagehide', keeper.leave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeper.leave()
    else void keeper.lookAgain()
  })
  addEventListener('beforeunload', (event) => {
    // Only where leaving would lose something: writes that go well are done in milliseconds.
    if (keeper.hasUnsaved() && store.getState().session.keeping.fault !== null) event.preventDefault()
  })
  await keeper.resume(openId)
  return keeper
}

/** Tells other tabs; where the browser can't, each finds out when it writes or is looked at again. */
function openChannel(): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => undefined }
  const channel = new BroadcastChannel('kaksik.scenarios')
  return {
    // A channel is of one origin by itself.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    post: (id) => channel.postMessage(id),
    listen: (heard) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') heard(data)
      }),
  }
}
