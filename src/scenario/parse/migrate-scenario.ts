import { describeFound } from '../issues.ts'
import { SCENARIO_VERSION } from '../types.ts'
import type { ReadContext } from './reader.ts'

/** Brings a scenario of one version to the next: untrusted in, untrusted out. It is parsed after the last one. */
export type Migration = (older: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** By the version that each starts from. There is none yet: the first version is the one in use. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {}

/**
 * A scenario as of the version in use; null, with the reason among the issues, when it is of a version that is newer
 * or that never was.
 */
export function migrateScenario(
  value: Readonly<Record<string, unknown>>,
  context: ReadContext,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): Readonly<Record<string, unknown>> | null {
  const found = Object.hasOwn(value, 'version') ? value['version'] : undefined
  if (typeof found === 'number' && Number.isInteger(found) && found > SCENARIO_VERSION) {
    context.issues.add('error', 'version-newer', 'version', { found, most: SCENARIO_VERSION })
    return null
  }
  let migrated = value
  let version = found
  while (version !== SCENARIO_VERSION) {
    const migration = typeof version === 'number' && Object.hasOwn(migrations, version) ? migrations[version] : undefined
    if (migration === undefined) {
      context.issues.add('error', 'version-unknown', 'version', { found: describeFound(found), most: SCENARIO_VERSION })
      return null
    }
    version = (version as number) + 1
    migrated = { ...migration(migrated), version }
  }
  return migrated
}
