import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildAppIfStale } from './build-app.ts'
import { serveApp } from './serve/serve-app.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PORT = 4173
/** So many ports after it are tried where it is taken. */
const SPARE_PORTS = 20

/** Builds the tiles in a process of their own, whose memory goes with it. Throws where that fails. */
function buildTiles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'tiles', 'cli.ts')], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The tiles could not be built; see above.'))))
  })
}

async function start(): Promise<void> {
  const began = Date.now()
  const log = (line: string) => console.log(line)
  log('Kaksik: 3D tiles of every city …')
  await buildTiles()
  await buildAppIfStale(ROOT, log)
  const { port } = await serveApp({ folder: join(ROOT, 'dist'), host: 'localhost', port: PORT, spare: SPARE_PORTS })
  const address = `http://localhost:${port}/`
  if (port !== PORT) log(`Port ${PORT} is taken by another program, so the next free one is used.`)
  log(`Ready in ${Math.round((Date.now() - began) / 1000)} s. Open in a browser:\n\n    ${address}\n\nCtrl+C stops it.`)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
