import { horizonTangents } from '../../src/analytics/solar/horizon.ts'
import { measureSamples } from '../../src/analytics/solar/roof-sun.ts'
import { bruteForceHorizon } from '../analytics/solar/brute-force.ts'
import { AZIMUTHS, pickSamples, placeOf, readRealRoofs } from '../analytics/solar/real-roofs.ts'
import type { BenchRow } from './bench-row.ts'

const DISTANCE_METRES = 1000
const LIMIT_SECONDS = 60
const SAMPLE_COUNT = 20

/**
 * The horizons of roofs of Tallinn against a look at every wall in every direction, which must give the same; and the sun on
 * all of its roofs against the limit.
 */
export async function benchSolar(): Promise<BenchRow[]> {
  const { scene, solids, samples, year } = await readRealRoofs('tallinn')
  const places = pickSamples(samples, SAMPLE_COUNT).map((sample) => placeOf(samples, sample))
  const look = () => places.map((place) => horizonTangents(scene, place, AZIMUTHS, DISTANCE_METRES))
  const [rivalValue, rivals] = timed(() => places.map((place) => bruteForceHorizon(solids, place, AZIMUTHS.count, DISTANCE_METRES)))
  for (let warm = 0; warm < 50; warm++) look()
  const [value, found] = timed(look)
  const most = Math.max(
    ...found.flatMap((tangents, place) =>
      [...tangents].map((tangent, azimuth) => Math.abs(Math.atan(tangent) - (rivals[place]?.[azimuth] as number))),
    ),
  )
  if (!(most < 1e-9)) throw new Error(`Expected the same horizons, they differ by up to ${most} radians`)
  const start = performance.now()
  await measureSamples(scene, samples, year)
  const seconds = (performance.now() - start) / 1000
  return [
    {
      name: `horizon of ${SAMPLE_COUNT} places on roofs in ${AZIMUTHS.count} directions past ${solids.topsMetres.length} solids`,
      value,
      unit: 'ms',
      rival: 'every wall in every direction, same horizons',
      rivalValue,
      ratio: value / rivalValue,
      note: 'lower is better',
    },
    {
      name: `sun and sky of ${samples.areasSquareMetres.length} places on all roofs of the larger city, one thread`,
      value: seconds,
      unit: 's',
      rival: 'the limit',
      rivalValue: LIMIT_SECONDS,
      ratio: seconds / LIMIT_SECONDS,
      note: 'lower is better',
    },
  ]
}

function timed<Value>(run: () => Value): [milliseconds: number, value: Value] {
  const start = performance.now()
  const value = run()
  return [performance.now() - start, value]
}
