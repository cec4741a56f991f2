import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Asked {
  readonly path: string
  readonly query: URLSearchParams
}

export interface LocalService {
  readonly origin: string
  /** Everything that was asked for, in order. */
  readonly asked: Asked[]
  readonly close: () => Promise<void>
}

export type Answer = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void

/** A server of this machine that any page may read, as open services are. */
export async function serve(answer: Answer): Promise<LocalService> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const entry = { path: url.pathname, query: url.searchParams }
    asked.push(entry)
    response.setHeader('access-control-allow-origin', '*')
    answer(entry, response, request)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

export function sendText(response: ServerResponse, text: string, contentType: string, status = 200): void {
  response.writeHead(status, { 'content-type': contentType })
  response.end(text)
}
