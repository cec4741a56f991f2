import { join } from 'node:path'
import { buildApp } from './build-app.ts'

/** `npm run build`: the app in `dist/`, as any static server can serve it. */
try {
  await buildApp({ root: join(import.meta.dirname, '..', '..'), log: (line) => console.log(line), force: true, logLevel: 'info' })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
