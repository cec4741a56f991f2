import { createContext, useContext } from 'react'
import type { RemoteActions } from '../../io/remote/remote-service.ts'

/** Starts the service of online data on its first use; null where the app offers none. */
export const RemoteContext = createContext<(() => Promise<RemoteActions>) | null>(null)

export function useRemote(): (() => Promise<RemoteActions>) | null {
  return useContext(RemoteContext)
}
