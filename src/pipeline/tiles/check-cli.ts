import { join } from 'node:path'
import { readOptions } from '../read-options.ts'
import { checkTileset } from './check/check-tileset.ts'
import { CHECKS } from './check/issue.ts'

const USAGE = 'npm run check [-- --city <id>] [--data <folder>] [--out <folder>]'

/** So many issues of one check are printed; the rest is counted. */
const PRINTED = 10

const command = readOptions(USAGE, { data: { type: 'string', default: 'data' }, out: { type: 'string', default: 'tilesets' } })
if (typeof command === 'number') process.exit(command)
const { cities, values } = command

// Exits with 1 on any issue.
for (const city of cities) {
  try {
    const outcome = await checkTileset({
      city,
      dataFolder: join(values.data, city.id),
      tilesetFolder: join(values.out, city.id),
      report: (done, total) => showProgress(city.id, done, total),
    })
    for (const check of CHECKS) {
      const found = outcome.issues.filter((issue) => issue.check === check)
      console.log(`${city.id}: ${check.padEnd(16)} ${found.length === 0 ? 'ok' : `${found.length} wrong`}`)
      for (const issue of found.slice(0, PRINTED)) console.error(`  ${issue.where}: ${issue.message}`)
      if (found.length > PRINTED) console.error(`  and ${found.length - PRINTED} more`)
    }
    console.log(
      `${city.id}: ${outcome.buildings} buildings, ${outcome.triangles} triangles, ${outcome.tiles} tiles checked, ${outcome.issues.length} wrong`,
    )
    if (outcome.issues.length > 0) process.exitCode = 1
  } catch (error) {
    console.error(`${city.id}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function showProgress(cityId: string, done: number, total: number): void {
  if (process.stdout.isTTY) process.stdout.write(done === total ? '\r\u001b[2K' : `\r${cityId}: ${done}/${total} tiles`)
}
