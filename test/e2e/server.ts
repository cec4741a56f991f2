import { join } from 'node:path'
import { chromium, type BrowserServer } from 'playwright-core'
import { serveApp as serve, type RunningServer } from '../../src/pipeline/serve/serve-app.ts'
import { ROOT } from '../house/list-files.ts'
import { ensureBrowser } from '../run/find-browser.ts'

/** Software rendering, and no talk with anybody: every name but this machine's is unknown. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export function launchBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: ensureBrowser(console.log), args: FLAGS })
}

/** Serves the built app in this process, as `npm start` does, on any free port. */
export async function serveApp(): Promise<{ readonly server: RunningServer; readonly origin: string }> {
  const server = await serve({ folder: join(ROOT, 'dist'), host: '127.0.0.1', port: 0 })
  return { server, origin: `http://127.0.0.1:${server.port}` }
}
