import { chromium, type BrowserServer } from 'playwright-core'
import { preview, type PreviewServer } from 'vite'
import { ROOT } from '../house/list-files.ts'
import { ensureBrowser } from '../run/find-browser.ts'

/** Software rendering, and no talk with anybody: every name but this machine's is unknown. */
const FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export function launchBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: ensureBrowser(console.log), args: FLAGS })
}

/** Serves the built app in this process, on any free port. */
export async function serveApp(): Promise<{ readonly server: PreviewServer; readonly origin: string }> {
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0, open: false } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { server, origin: `http://127.0.0.1:${address.port}` }
}
