import { MEASURE_IDS } from '../../../src/analytics/measures/types.ts'
import { CITIES, CITY_IDS, type CityId } from '../../../src/cities/index.ts'
import { HEAT_CONTROLS } from '../../../src/layers/buildings/heat-params.ts'
import {
  REPORT_FORMATS,
  REPORT_SCORES,
  type ManyZones,
  type ReportQuestion,
  type ReportRequest,
  type ReportZones,
} from '../../../src/report/request.ts'
import { chooseFrom } from '../../seeded-random.ts'

/** Texts that a shell or a list would tear apart, beside plain ones. */
const NAMES = [
  'kaupunginosa-01',
  'Põhja-Tallinn',
  'Rocca al Mare',
  "O'Brien",
  'a,b',
  '"x" $HOME `id`',
  'ö=1',
  '-x',
  'a\\b',
  'x:y',
  '(*?)',
  'two\nlines',
  '-',
] as const
const PATHS = ['out.csv', '-', '--dash.csv', 'a folder/öä.json', "it's.geojson", '$x;rm.csv', 'C:\\data\\x.parquet'] as const

/** Measures of a user's own. */
const OWN = [
  { name: "Väki / 'ala'", formula: 'population / land-area' },
  { name: 'Dense', formula: 'fsi >= 2 ? 1 : 0' },
  { name: 'a_b', formula: 'max(gsi, 0.1) ^ 2' },
]

/** Any request that can be described; made of the random numbers. */
export function makeRequest(random: () => number): ReportRequest {
  const format = chooseFrom(random, REPORT_FORMATS)
  const path =
    random() < 0.3 && format !== 'geoparquet'
      ? null
      : chooseFrom(
          random,
          PATHS.filter((each) => each !== '-'),
        )
  return {
    question: makeQuestion(random),
    heat:
      random() < 0.5
        ? {}
        : Object.fromEntries(
            HEAT_CONTROLS.filter(() => random() < 0.2).map((control) => [
              control.key,
              control.kind === 'number'
                ? control.minimum + random() * (control.maximum - control.minimum)
                : chooseFrom(random, control.choices).value,
            ]),
          ),
    output: {
      format,
      path,
      sidecarPath:
        random() < 0.5
          ? null
          : chooseFrom(
              random,
              PATHS.filter((each) => each !== path),
            ),
    },
  }
}

function makeQuestion(random: () => number): ReportQuestion {
  const some = <Item>(list: readonly Item[]) => {
    const chosen = list.filter(() => random() < 0.4)
    return chosen.length === 0 ? [chooseFrom(random, list)] : chosen
  }
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const level = chooseFrom(random, ['fine', 'coarse'] as const)
  const district = () => ({ cityId: chooseFrom(random, CITY_IDS), idOrName: chooseFrom(random, NAMES) })
  const measureId = chooseFrom(random, MEASURE_IDS)
  const many = (cityIds: readonly CityId[]): ManyZones =>
    random() < 0.5
      ? { kind: 'districts', level, cityIds }
      : { kind: 'hexagons', cityIds, areaSquareMetres: random() < 0.5 ? whole(50, 5000) ** 2 : 2500 + random() * 1e6 }
  const zones = (): ReportZones => {
    const cityId = chooseFrom(random, CITY_IDS)
    const choice = random()
    if (choice < 0.5) return many(some(CITY_IDS))
    if (choice < 0.7) return { kind: 'area-file', path: chooseFrom(random, PATHS), cityId: random() < 0.5 ? null : cityId }
    const [west, south, east, north] = CITIES.find(({ id }) => id === cityId)?.extentDegrees ?? [0, 0, 0, 0]
    const ring = Array.from({ length: whole(3, 9) }, (): readonly [number, number] => [
      west + random() * (east - west),
      south + random() * (north - south),
    ])
    return { kind: 'area', cityId, name: chooseFrom(random, NAMES), polygonsDegrees: [[[...ring, ring[0] as readonly [number, number]]]] }
  }
  switch (chooseFrom(random, ['measures', 'compare', 'match', 'moran', 'ranks', 'sites', 'scenario'] as const)) {
    case 'measures':
      return {
        kind: 'measures',
        zones: zones(),
        measureIds: some(MEASURE_IDS),
        scores: chooseFrom(random, REPORT_SCORES),
        ...(random() < 0.5 ? {} : { own: some(OWN) }),
      }
    case 'scenario':
      return {
        kind: 'scenario',
        path: chooseFrom(random, PATHS),
        beforePath: random() < 0.5 ? null : chooseFrom(random, PATHS),
        zones: many(some(CITY_IDS)),
        measureIds: some(MEASURE_IDS),
      }
    case 'compare':
      return { kind: 'compare', level, districts: [district(), district()], measureIds: some(MEASURE_IDS) }
    case 'match':
      return {
        kind: 'match',
        level,
        district: district(),
        limit: whole(1, 200),
        weights: Object.fromEntries(some(MEASURE_IDS).map((id) => [id, 0.1 + random() * 10 ** whole(-8, 5)])),
      }
    case 'moran':
      return {
        kind: 'moran',
        measureId,
        zones: many([chooseFrom(random, CITY_IDS)]),
        permutations: whole(9, 99_999),
        seed: whole(0, 4_294_967_295),
        weights: random() < 0.5 ? { kind: 'contiguity' } : { kind: 'nearest', count: whole(1, 50) },
      }
    case 'sites': {
      const own = random() < 0.5 ? [] : some(OWN)
      return {
        kind: 'sites',
        zones: many(some(CITY_IDS)),
        criteria: some(MEASURE_IDS)
          .slice(0, 5)
          .map((id) => ({
            measureId: id,
            direction: chooseFrom(random, ['up', 'down'] as const),
            scale: random() < 0.5 ? { kind: 'ranks' } : { kind: 'linear', low: -whole(1, 99), high: 0.5 + whole(1, 99) },
            weight: whole(1, 10),
            leastWeight: whole(0, 4) / 10,
            mostWeight: whole(5, 100) / 10,
          })),
        ...(own.length === 0 ? {} : { own }),
        draws: whole(10, 100_000),
        seed: whole(0, 4_294_967_295),
      }
    }
    case 'ranks':
      return { kind: 'ranks', level, cityIds: some(CITY_IDS), measureId, draws: whole(10, 100_000), seed: whole(0, 4_294_967_295) }
  }
}
