import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'

const CITY = 'tallinn'
const DATA = join('data', CITY)

/** Copies of the city in a square grid, for the growth of time and memory. */
const GROWTH = [4, 16]

/** The build must stay below this, whatever the city's size. */
const MEMORY_LIMIT_MEGABYTES = 1500

/** Each of the short measurements is taken this often; the fastest counts. */
const REPEATS = 3

interface Measured {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly buildings: number
}

/**
 * Tile build against a bare loop on the same footprints, and its growth with the number of
 * buildings. Each measurement runs in a process of its own.
 */
export async function benchTiles(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tiles-'))
  try {
    const once = fastest(() => measure('build', DATA, join(folder, 'tiles')))
    const bare = fastest(() => measure('bare', DATA, folder))
    const rows: BenchRow[] = [
      {
        name: 'tile build',
        value: once.seconds,
        unit: 's',
        rival: 'bare loop: read, earcut, meshopt',
        rivalValue: bare.seconds,
        ratio: once.seconds / bare.seconds,
        note: `${once.buildings} buildings`,
      },
      memoryRow(1, once),
    ]
    for (const copies of GROWTH) {
      const data = join(folder, `data-${copies}`)
      mkdirSync(data)
      measure('grid', DATA, data, copies)
      const grown = measure('build', data, join(folder, 'tiles'))
      rows.push(
        {
          name: `tile build, ${copies}× the buildings`,
          value: grown.seconds,
          unit: 's',
          rival: `${copies} × the time of 1×`,
          rivalValue: once.seconds * copies,
          ratio: grown.seconds / (once.seconds * copies),
          note: `${grown.buildings} buildings`,
        },
        memoryRow(copies, grown),
      )
      rmSync(data, { recursive: true })
    }
    return rows
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

function memoryRow(copies: number, { peakMegabytes }: Measured): BenchRow {
  return {
    name: `tile build, peak memory at ${copies}×`,
    value: peakMegabytes,
    unit: 'MB',
    rival: 'limit',
    rivalValue: MEMORY_LIMIT_MEGABYTES,
    ratio: peakMegabytes / MEMORY_LIMIT_MEGABYTES,
  }
}

function measure(task: 'build' | 'bare' | 'grid', from: string, to: string, copies = 1): Measured {
  const child = join(import.meta.dirname, 'tiles-child.ts')
  return JSON.parse(execFileSync(process.execPath, [child, task, CITY, from, to, String(copies)], { encoding: 'utf8' })) as Measured
}

function fastest(run: () => Measured): Measured {
  return Array.from({ length: REPEATS }, run).reduce((best, next) => (next.seconds < best.seconds ? next : best))
}
