import { parseArgs } from 'node:util'
import { CITIES } from '../cities/index.ts'
import { buildData } from './build.ts'
import { SourceError } from './effects.ts'
import { createNodeEffects } from './effects-node.ts'

const USAGE = `npm run data -- --sources <folder> [--out data] [--city ${CITIES.map((city) => city.id).join('|')}]`

/** Runs the pipeline from the command line; returns the exit code. */
async function main(): Promise<number> {
  const parsed = readArguments()
  if (typeof parsed === 'string') {
    console.error(`${parsed}\nUsage: ${USAGE}`)
    return 2
  }
  try {
    await buildData(createNodeEffects((line) => console.log(line)), parsed)
    return 0
  } catch (error) {
    // A bad source is an expected failure: one sentence. Anything else is a bug and keeps its trace.
    if (!(error instanceof SourceError)) throw error
    console.error(`${error.message} Nothing was written.`)
    return 1
  }
}

function readArguments(): { sources: string; out: string; cityIds?: readonly string[] } | string {
  try {
    const { values } = parseArgs({
      options: { sources: { type: 'string' }, out: { type: 'string', default: 'data' }, city: { type: 'string', multiple: true } },
    })
    if (values.sources === undefined) return 'The option --sources is missing.'
    const unknown = values.city?.find((id) => !CITIES.some((city) => city.id === id))
    if (unknown !== undefined) return `No city has the id "${unknown}".`
    return { sources: values.sources, out: values.out, ...(values.city === undefined ? {} : { cityIds: values.city }) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

process.exitCode = await main()
