import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { build, preview, type PreviewServer } from 'vite'
import { buildAppIfStale } from '../../src/pipeline/build-app.ts'
import { ROOT } from '../house/list-files.ts'

const BARE = join(ROOT, 'test/output/bare-cesium')
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface BenchServer {
  readonly server: PreviewServer
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
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, open: false },
    plugins: [{
      name: 'bare-page',
      configurePreviewServer: ({ middlewares }) => {
        middlewares.use('/bare', (request, response, next) => {
          const path = (request.url ?? '/').split('?')[0] ?? '/'
          const file = join(BARE, path.endsWith('/') ? `${path}index.html` : path)
          if (!file.startsWith(BARE) || !existsSync(file) || !statSync(file).isFile()) return next()
          response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
          createReadStream(file).pipe(response)
        })
      },
    }],
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const origin = `http://127.0.0.1:${address.port}`
  return { server, appUrl: `${origin}/`, bareUrl: `${origin}/bare/` }
}
