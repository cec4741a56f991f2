import { createContext, useContext } from 'react'
import type { OnlineActions } from '../../io/online/online-service.ts'

/** Starts the service of online data on its first use; null where the app offers none. */
export const OnlineContext = createContext<(() => Promise<OnlineActions>) | null>(null)

export function useOnline(): (() => Promise<OnlineActions>) | null {
  return useContext(OnlineContext)
}
