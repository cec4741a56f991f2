import { join } from 'node:path'
import { CITIES } from '../../src/cities/index.ts'
import { buildTileset } from '../../src/pipeline/tiles/build-tileset.ts'
import { runBareLoop } from './tiles-bare.ts'
import { writeGrid } from './tiles-grid.ts'

/** One measurement in a process of its own, so that its peak memory is its own. */
const [task, cityId, from, to, copies] = process.argv.slice(2) as [string, string, string, string, string]
const started = performance.now()
let buildings = 0
if (task === 'grid') await writeGrid(from, to, Number(copies))
else if (task === 'bare') await runBareLoop(join(from, 'buildings.parquet'))
else {
  const city = CITIES.find(({ id }) => id === cityId)
  if (city === undefined) throw new Error(`No city is called ${cityId}`)
  buildings = (await buildTileset({ city, dataFolder: from, outputFolder: to, force: true })).build.buildings
}
console.log(
  JSON.stringify({
    seconds: (performance.now() - started) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    buildings,
  }),
)
