import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { createReportEffects } from './effects.ts'
import { runReport } from './run-report.ts'

/** `npm run --silent report -- --help` */
const root = realpathSync(join(import.meta.dirname, '../../..'))
// npm runs scripts in the folder of package.json, and says where it was called.
const caller = process.env['npm_lifecycle_event'] === 'report' ? process.env['INIT_CWD'] : undefined
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

// Whoever reads our output may stop before its end (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  process.exitCode = await runReport(
    process.argv.slice(2),
    { root, dataFolder: join(root, 'data'), appVersion: version },
    createReportEffects(root, caller ?? process.cwd()),
  )
} catch (error) {
  // A file that cannot be read or written names itself; a trace says where, should it be a bug.
  console.error(process.env['DEBUG'] === undefined && error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exitCode = 1
}
