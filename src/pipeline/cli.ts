import { CITIES } from '../cities/index.ts'
import { buildData } from './build.ts'
import { SourceError } from './effects.ts'
import { createNodeEffects } from './effects-node.ts'
import { readOptions } from './read-options.ts'

const USAGE = `npm run data -- --sources <folder> [--out data] [--city ${CITIES.map((city) => city.id).join('|')}]`

/** Runs the pipeline from the command line; returns the exit code. */
async function main(): Promise<number> {
  const command = readOptions(USAGE, { sources: { type: 'string' }, out: { type: 'string', default: 'data' } })
  if (typeof command === 'number') return command
  const {
    cities,
    values: { sources, out },
  } = command
  if (sources === undefined) {
    console.error(`The option --sources is missing.\nUsage: ${USAGE}`)
    return 2
  }
  try {
    await buildData(
      createNodeEffects((line) => console.log(line)),
      { sources, out, cityIds: cities.map(({ id }) => id) },
    )
    return 0
  } catch (error) {
    // A bad source is an expected failure: one sentence. Anything else is a bug and keeps its trace.
    if (!(error instanceof SourceError)) throw error
    console.error(`${error.message} Nothing was written.`)
    return 1
  }
}

process.exitCode = await main()
