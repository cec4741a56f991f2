import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { CITIES, CITY_IDS } from '../cities/index.ts'
import type { City } from '../cities/city.ts'

/** Options that every command over cities has. */
const SHARED = { city: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } as const

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>['values']

/** The cities that a command is to work on, and its own options. */
export interface Command<Options extends ParseArgsOptionsConfig> {
  readonly cities: readonly City[]
  readonly values: Values<Options>
}

/**
 * Reads a command line with `--city <id>` (several times; all cities where it is left out), `--help`, and the
 * command's own options. On `--help` the usage is printed; on what cannot be understood a sentence and the usage.
 *
 * @returns the exit code where there is nothing to run: 0 after help, 2 after a mistake.
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  args: readonly string[] = process.argv.slice(2),
): Command<Options> | number {
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, ...SHARED } })
    const { city: ids = [], help } = values as Values<typeof SHARED>
    if (help === true) {
      console.log(`Usage: ${usage}`)
      return 0
    }
    const wrong = ids.filter((id) => !CITY_IDS.some((known) => known === id))
    if (wrong.length > 0) throw new Error(`No city has the id "${wrong.join('", "')}"; known are ${CITY_IDS.join(', ')}.`)
    return { cities: CITIES.filter(({ id }) => ids.length === 0 || ids.includes(id)), values: values as Values<Options> }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`)
    return 2
  }
}
