import { createContext, useContext } from 'react'
import type { ServiceRequest } from '../../layers/own/service-request.ts'

/** What the interface asks of the services that the user switches on. */
export interface OnlineActions {
  /** Whether the page may reach an address now, or only after the user's word and a reload. */
  readonly canReach: (url: URL) => boolean
  /** Takes the user's word for the host of an address, and loads the page again with this service on. */
  readonly allowAndReload: (request: ServiceRequest) => void
  readonly add: (request: ServiceRequest) => Promise<void>
  readonly cancel: (id: string) => void
  readonly remove: (id: string) => void
  readonly setShown: (id: string, isShown: boolean) => void
  /** Whether an added tileset stands in the place of our own buildings. */
  readonly setHidesBuildings: (id: string, hidesBuildings: boolean) => void
  /** Switches on what was on before a reload. */
  readonly resume: () => void
}

/** Starts the service of online data on its first use; null where the app offers none. */
export const OnlineContext = createContext<(() => Promise<OnlineActions>) | null>(null)

export function useOnline(): (() => Promise<OnlineActions>) | null {
  return useContext(OnlineContext)
}
