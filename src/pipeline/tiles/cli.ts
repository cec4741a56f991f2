import { join } from 'node:path'
import { readOptions } from '../read-options.ts'
import { buildTileset, type BuildProgress } from './build-tileset.ts'

const USAGE = 'npm run tiles [-- --city <id>] [--force] [--data <folder>] [--out <folder>]'

const command = readOptions(USAGE, {
  force: { type: 'boolean', default: false },
  data: { type: 'string', default: 'data' },
  out: { type: 'string', default: 'tilesets' },
})
if (typeof command === 'number') process.exit(command)
const { cities, values } = command

for (const city of cities) {
  const started = performance.now()
  try {
    const { build, skipped, invisibleIds } = await buildTileset({
      city,
      dataFolder: join(values.data, city.id),
      outputFolder: join(values.out, city.id),
      force: values.force,
      report: (progress) => showProgress(city.id, progress),
      log: (sentence) => {
        clearLine()
        console.log(`${city.id}: ${sentence}`)
      },
    })
    clearLine()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `${city.id}: ${build.buildings} buildings, ${build.triangles} triangles, ${build.tiles} tiles, ` +
        `${(build.bytes / 1e6).toFixed(1)} MB ${skipped ? '(unchanged, not built again)' : `in ${seconds} s`}`,
    )
    if (invisibleIds.length > 0) {
      console.warn(`${city.id}: ${invisibleIds.length} buildings have no geometry or height: ${invisibleIds.slice(0, 10).join(', ')}`)
    }
  } catch (error) {
    // The other cities are still built: one that lacks its data must not hide them.
    clearLine()
    console.error(`${city.id}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function showProgress(cityId: string, { step, done, total }: BuildProgress): void {
  if (!process.stdout.isTTY) {
    if (done === 0) console.log(`${cityId}: ${step}`)
    return
  }
  clearLine()
  const filled = Math.round((20 * done) / total)
  process.stdout.write(`${cityId}: ${step} [${'#'.repeat(filled)}${'.'.repeat(20 - filled)}] ${done}/${total}`)
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K')
}
