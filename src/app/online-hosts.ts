import { CITY_IDS } from '../cities/index.ts'
import { findOnlineSource, type OnlinePurpose } from '../scene/online/find-online-source.ts'

/** Who is asked once the user switches an online source on, for the panel to say so before. */
export const ONLINE_HOSTS = { baseMap: listHosts('base-map'), model: listHosts('model') }

function listHosts(purpose: OnlinePurpose): string[] {
  const hosts = CITY_IDS.flatMap((cityId) => {
    const source = findOnlineSource(cityId, purpose)
    return source === null ? [] : [new URL(source.url).host]
  })
  return [...new Set(hosts)].sort()
}
