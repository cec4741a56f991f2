import { createReadStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { buildAppIfStale } from '../../src/pipeline/build-app.ts'
import { mediaTypeOf } from '../../src/pipeline/serve/media-types.ts'
import { serveApp, type RunningServer } from '../../src/pipeline/serve/serve-app.ts'
import { ROOT } from '../house/list-files.ts'

const BARE = join(ROOT, 'test/output/bare-cesium')

export interface BenchServer {
  readonly server: RunningServer
  readonly appUrl: string
  readonly bareUrl: string
}

/** Builds the app and the bare page, and serves both from one origin: same files, same cost of a request. */
export async function serveBench(): Promise<BenchServer> {
  await buildAppIfStale(ROOT, console.log)
  await build({
    configFile: false,
    root: join(ROOT, 'test/bench/bare-cesium'),
    base: './',
    logLevel: 'error',
    define: { CESIUM_BASE_URL: JSON.stringify('../cesium/') },
    build: { outDir: BARE, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 9000 },
  })
  const server = await serveApp({
    folder: join(ROOT, 'dist'),
    host: '127.0.0.1',
    port: 0,
    before: (request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const file = join(BARE, path.replace(/^\/bare/, ''), path.endsWith('/') ? 'index.html' : '')
      if (!path.startsWith('/bare/') || !file.startsWith(BARE) || !existsSync(file) || !statSync(file).isFile()) return false
      response.setHeader('Content-Type', mediaTypeOf(file))
      createReadStream(file).pipe(response)
      return true
    },
  })
  const origin = `http://127.0.0.1:${server.port}`
  return { server, appUrl: `${origin}/`, bareUrl: `${origin}/bare/` }
}
