import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CityModule } from '../../src/pipeline/build.ts'
import { createNodeEffects } from '../../src/pipeline/effects-node.ts'
import { buildBuildings } from '../../src/pipeline/cities/tallinn/buildings.ts'
import { buildDistricts } from '../../src/pipeline/cities/tallinn/districts.ts'

/** A few streets that do not exist, in files as Tallinn's sources have them, with a fault each in a dozen footprints. */
export const MINI_CITY = 'test/fixtures/pipeline/mini-city'

/** Tallinn's districts and buildings: the steps of the mini-city. */
export const miniCity: CityModule = {
  buildDatasets: async (effects, sources) => {
    const districts = await buildDistricts(effects, sources)
    return [...(await buildBuildings(effects, sources, districts.features)), districts]
  },
}

/** Effects that keep quiet; what they would have said is in `lines`. */
export function createQuietEffects() {
  const lines: string[] = []
  return { lines, effects: createNodeEffects((line) => lines.push(line)) }
}

export function makeTemporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kaksik-'))
}
