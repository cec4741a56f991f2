/**
 * Folder of the data as a worker sees it. A worker's relative addresses start at its own script:
 * in the built app that lies in `assets/`, beside `data/`; in development both start at the root.
 */
export function dataUrlFromWorker(workerUrl: string, baseUrl: string): URL {
  return new URL(baseUrl.startsWith('.') ? '../data/' : `${baseUrl}data/`, workerUrl)
}
