import { SERVICE_KINDS, type ServiceKind, type ServiceRequest } from '../../layers/own/service-request.ts'
import { readList, SERVICES_KEY } from './page-reach.ts'

const MOST_SERVICES = 20
const MOST_FEATURES = 50_000
export const DEFAULT_FEATURES = 5000

/** Keeps what is on, so that it is on again after the page loads anew in the same tab. */
export function keepServices(storage: Pick<Storage, 'setItem'>, requests: readonly ServiceRequest[]): void {
  const byId = new Map(requests.map((request) => [request.id, request]))
  storage.setItem(SERVICES_KEY, JSON.stringify([...byId.values()].slice(-MOST_SERVICES)))
}

/** What was kept, each field checked: storage is no safer than an address. */
export function readKeptServices(storage: Pick<Storage, 'getItem'>): readonly ServiceRequest[] {
  return readList(storage, SERVICES_KEY)
    .slice(-MOST_SERVICES)
    .flatMap((value) => readRequest(value) ?? [])
}

function readRequest(value: unknown): ServiceRequest | null {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  const text = (name: string): string => (typeof raw[name] === 'string' ? raw[name].slice(0, 2000) : '')
  const kind = SERVICE_KINDS.find((candidate: ServiceKind) => candidate === raw['kind'])
  const most = Number(raw['mostFeatures'])
  if (kind === undefined || text('id') === '' || text('url') === '') return null
  return {
    id: text('id'),
    kind,
    url: text('url'),
    layer: text('layer'),
    title: text('title') || text('url'),
    credit: text('credit') || text('url'),
    mostFeatures: most >= 1 && most <= MOST_FEATURES ? Math.floor(most) : DEFAULT_FEATURES,
  }
}
