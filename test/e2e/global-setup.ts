import type { TestProject } from 'vitest/node'
import { buildAppIfStale } from '../../src/pipeline/build-app.ts'
import { ROOT } from '../house/list-files.ts'
import { launchBrowser, serveApp } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built app is served, without a slash at the end. */
    readonly origin: string
    /** Where the shared browser listens. */
    readonly browserEndpoint: string
  }
}

/** One server and one browser for all test files; each file opens pages of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildAppIfStale(ROOT, console.log)
  const { server, origin } = await serveApp()
  const browser = await launchBrowser()
  project.provide('origin', origin)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.close()
  }
}
