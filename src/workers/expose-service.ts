import { expose } from 'comlink'

/** What a worker says first: its script came whole and runs. Nothing that Comlink listens to. */
export const WORKER_READY = 'kaksik-worker-ready'

/** Answers calls to a service from the page, and tells the page that the worker is there. */
export function exposeService(service: object): void {
  expose(service)
  // A worker's own `postMessage` has no target, unlike a window's, whose type stands here.
  self.postMessage(WORKER_READY, { targetOrigin: '/' })
}
