import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReportEffects } from './effects.ts'
import { runReport } from './run-report.ts'

/** `npm run --silent report -- --help` */
const root = join(import.meta.dirname, '../../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

// Whoever reads our output may stop before its end (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  process.exitCode = await runReport(process.argv.slice(2), { dataFolder: join(root, 'data'), appVersion: version }, createReportEffects(root))
} catch (error) {
  // A file that cannot be read or written names itself; a trace says where, should it be a bug.
  console.error(process.env['DEBUG'] === undefined && error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exitCode = 1
}
