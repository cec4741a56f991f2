import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { answerRequest, type Answer } from './answer-request.ts'
import { openSite, watchSite, type Site } from './open-site.ts'

export interface ServeOptions {
  /** A folder that `npm run build` made. */
  readonly folder: string
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** How many of the next ports are tried where the port is taken. */
  readonly spare?: number
  /** Takes requests of addresses that are none of the app's; says whether it did. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean
}

export interface RunningServer {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Serves the built app: `npm start`, the tests in the browser and the bench all do it here.
 * @throws Error where the folder was not built, or no port is free.
 */
export async function serveApp({ folder, host, port, spare = 0, before = () => false }: ServeOptions): Promise<RunningServer> {
  await openSite(folder)
  const site = watchSite(folder)
  const server = createServer((request, response) => {
    if (before(request, response)) return
    respond(site, request, response).catch((error: unknown) => {
      // The client went away, or the file did: what is half sent cannot be mended.
      if (response.headersSent) response.destroy()
      else
        response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error instanceof Error ? error.message : String(error))
    })
  })
  for (let tried = 0; ; tried++) {
    try {
      await listen(server, host, port === 0 ? 0 : port + tried)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried >= spare) throw error
    }
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function respond(site: () => Promise<Site>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const { status, headers: ours, body } = answerRequest(await site(), { method, url, headers })
  if (body === null || typeof body === 'string') {
    response.writeHead(status, ours).end(method === 'HEAD' ? undefined : (body ?? undefined))
    return
  }
  await send(body, () => response.writeHead(status, ours), response)
}

/** Opens the file before the first header is sent, so that one that is gone can still be answered as such. */
async function send(
  { path, first, last }: Exclude<Answer['body'], string | null>,
  writeHead: () => void,
  response: ServerResponse,
): Promise<void> {
  const handle = await open(path).catch(() => {
    throw new Error('The app is just being built anew; try again.')
  })
  try {
    writeHead()
    await pipeline(handle.createReadStream({ start: first, end: last, autoClose: false }), response)
  } finally {
    await handle.close()
  }
}
