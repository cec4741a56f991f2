import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CITIES, CITY_IDS } from '../../cities/index.ts'
import { buildTileset, type BuildProgress } from './build-tileset.ts'

/** `npm run tiles [-- --city <id>] [--force] [--data <folder>] [--out <folder>]` */
const { values } = parseArgs({
  options: {
    city: { type: 'string', multiple: true, default: [] },
    force: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data' },
    out: { type: 'string', default: 'tilesets' },
  },
})

const wrong = values.city.filter((id) => !CITY_IDS.some((known) => known === id))
if (wrong.length > 0) fail(`No city is called ${wrong.join(', ')}. Known: ${CITY_IDS.join(', ')}.`)

for (const city of CITIES.filter(({ id }) => values.city.length === 0 || values.city.includes(id))) {
  const started = performance.now()
  try {
    const { build, skipped, invisibleIds } = await buildTileset({
      city,
      dataFolder: join(values.data, city.id),
      outputFolder: join(values.out, city.id),
      force: values.force,
      report: (progress) => showProgress(city.id, progress),
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

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
