import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { MEASURE_IDS } from '../../../src/analytics/measures/types.ts'
import { parseReportArguments } from '../../../src/pipeline/report/parse-arguments.ts'
import { writeReportArguments, writeReportCommand } from '../../../src/report/write-command.ts'
import { ReportArgumentError } from '../../../src/report/request.ts'
import { REPORT_OPTIONS, writeReportHelp } from '../../../src/report/options.ts'
import { seededRandom } from '../../seeded-random.ts'
import { makeRequest } from './random-requests.ts'

const random = seededRandom(20261124)
const requests = Array.from({ length: 400 }, () => makeRequest(random))
const parse = (line: string) => parseReportArguments(line === '' ? [] : line.split(' '))

function problemsOf(argv: readonly string[]): readonly string[] {
  try {
    parseReportArguments(argv)
    return []
  } catch (error) {
    if (error instanceof ReportArgumentError) return error.problems
    throw error
  }
}

describe('a request and its command', () => {
  test('any request comes back from its arguments', () => {
    for (const request of requests) expect(parseReportArguments(writeReportArguments(request))).toEqual(request)
    expect(new Set(requests.map(({ question }) => question.kind)).size).toBe(7)
  })

  test('and from its command line, torn apart by a real shell', () => {
    const commands = requests.slice(0, 120).map(writeReportCommand)
    // The shell prints each word and a zero byte: whatever it expanded would not come back.
    const script = commands.map((command) => `${command.replace(/^npm run --silent report --/, 'print')}; printf '\\001'`).join('\n')
    const { stdout, status } = spawnSync('sh', ['-c', `print() { printf '%s\\0' "$@"; }\n${script}`], { encoding: 'utf8' })
    expect(status).toBe(0)
    const lists = stdout
      .split('\u0001')
      .slice(0, -1)
      .map((text) => text.split('\0').slice(0, -1))
    expect(lists).toHaveLength(120)
    lists.forEach((argv, index) => expect(parseReportArguments(argv)).toEqual(requests[index]))
  })

  test('every option is written by some request, so that none lives in the parser alone', () => {
    const written = new Set(requests.flatMap(writeReportArguments).flatMap((argument) => /^--([a-z-]+)(?:=|$)/s.exec(argument)?.[1] ?? []))
    expect(Object.keys(REPORT_OPTIONS).filter((name) => !written.has(name))).toEqual([])
  })

  test('reads as a person would write it', () => {
    expect(
      writeReportCommand({
        question: {
          kind: 'measures',
          measureIds: ['fsi', 'population'],
          scores: 'none',
          zones: { kind: 'hexagons', areaSquareMetres: 62_500, cityIds: ['tallinn'] },
        },
        heat: { RKT1: 140 },
        output: { format: 'csv', path: "my table's.csv", sidecarPath: null },
      }),
    ).toBe(
      `npm run --silent report -- --city tallinn --grid 250 --measure fsi,population --heat RKT1=140 --format csv --out 'my table'\\''s.csv'`,
    )
  })
})

describe('arguments as they are typed', () => {
  test('nothing at all: every measure of the fine districts of both cities, as CSV', () => {
    expect(parse('')).toEqual({
      question: {
        kind: 'measures',
        scores: 'none',
        measureIds: MEASURE_IDS,
        zones: { kind: 'districts', level: 'fine', cityIds: ['helsinki', 'tallinn'] },
      },
      heat: {},
      output: { format: 'csv', path: null, sidecarPath: null },
    })
  })

  test.each([
    ['asumid', 'fine', 'tallinn'],
    ['linnaosad', 'coarse', 'tallinn'],
    ['kaupunginosat', 'fine', 'helsinki'],
    ['suurpiirit', 'coarse', 'helsinki'],
    ['ASUM', 'fine', 'tallinn'],
    ['stadsdelar', 'fine', 'helsinki'],
  ])('%s are the %s districts of %s', (word, level, cityId) => {
    expect(parse(`--city ${cityId} --level ${word}`).question).toMatchObject({ zones: { level, cityIds: [cityId] } })
  })

  test('defaults of the statistics', () => {
    expect(parse('--moran fsi --city tallinn').question).toMatchObject({ permutations: 999, seed: 1, weights: { kind: 'contiguity' } })
    expect(parse('--ranks fsi').question).toMatchObject({ draws: 1000, seed: 1, level: 'fine', cityIds: ['helsinki', 'tallinn'] })
    expect(parse('--match tallinn:Kadriorg').question).toMatchObject({ limit: 5, district: { cityId: 'tallinn', idOrName: 'Kadriorg' } })
  })

  test('the format follows the ending of the file, unless it is given', () => {
    expect(['a.csv', 'a.JSON', 'a.geojson', 'a.parquet', 'a.geoparquet'].map((path) => parse(`--out ${path}`).output.format)).toEqual([
      'csv',
      'json',
      'geojson',
      'geoparquet',
      'geoparquet',
    ])
    expect(parse('--out a.txt --format json').output.format).toBe('json')
  })

  test.each(['x.xyz', 'report', 'x.csv.gz', '.csv'])('an ending that is none of ours is refused: %s', (path) => {
    expect(problemsOf(['--out', path])).toEqual([
      `--out ${path}: expected a name that ends in .csv, .json, .geojson, .parquet, .geoparquet, or --format with it.`,
    ])
  })

  test('cities in any order are one question', () => {
    expect(parse('--city tallinn,helsinki')).toEqual(parse('--city=helsinki,tallinn'))
  })
})

describe('arguments that cannot be understood', () => {
  test.each([
    ['--city atlantis', ['--city: expected helsinki or tallinn, found "atlantis".']],
    ['--measure fsy', ['--measure: "fsy" is no measure; the nearest are fsi, gsi, osr.']],
    ['--measure populations', [/^--measure: "populations" is no measure; the nearest are population, /]],
    ['--measure ,', [/^--measure: expected all\|<measure>\[,\.\.\.\], found ","\.$/]],
    ['--measur fsi', ['--measur is no option: did you mean --measure?']],
    ['fsi', ['"fsi" is no option: expected one that starts with --, as --help lists them.']],
    ['--city', ['--city: expected helsinki|tallinn[,...], found nothing.']],
    ['--out --format csv', ['--out: expected <file>, found nothing.']],
    ['--city tallinn --city helsinki', ['--city is given more than once.']],
    ['--level asumid --city helsinki', ['--level: expected coarse, fine, suurpiirit, kaupunginosat, found "asumid".']],
    ['--grid 0', ['--grid: expected a number from 50 to 5000 metres, found "0".']],
    ['--grid ten', [/^--grid: expected a number/]],
    ['--grid 250 --level fine', ['--grid does not go together with --level.']],
    ['--area x.geojson --grid 250', ['--area does not go together with --grid.']],
    [
      '--compare tallinn:Kesklinn',
      [/^--compare: expected two districts, <city>:<district>,<city>:<district>, found "tallinn:Kesklinn"\.$/],
    ],
    ['--compare tallinn:a,helsinki:b,helsinki:c', [/^--compare: expected two districts/]],
    ['--match Kallio', ['--match: expected a city and a district, as in helsinki:<district>, found "Kallio".']],
    ['--match paris:Kallio', ['--match: expected helsinki or tallinn, found "paris".']],
    ['--match tallinn:a --weights fsi=0', ['--weights: expected a weight above 0 as in fsi=1, found "fsi=0".']],
    ['--match tallinn:a --weights fsi', [/^--weights: expected a weight above 0/]],
    ['--match tallinn:a --limit 2.5', ['--limit: expected a whole number from 1 to 200, found "2.5".']],
    ['--moran fsi', ['--city: expected one city with --moran, found none.']],
    ['--moran fsi --city tallinn,helsinki', ['--city: expected one city with --moran, found "tallinn,helsinki".']],
    ['--moran fsi --city tallinn --weights rook', ['--weights: expected queen, or nearest:6 with a count from 1 to 50, found "rook".']],
    ['--moran fsi --city tallinn --seed -1', ['--seed: expected a whole number from 0 to 4294967295, found "-1".']],
    ['--moran fsi --ranks fsi --city tallinn', [/^Only one of --moran, --ranks can be asked for at a time\.$/]],
    ['--draws 10', ['--draws goes only with --ranks or --sites.']],
    ['--limit 3 --ranks fsi', ['--limit goes only with --match.']],
    ['--format xlsx', ['--format: expected csv, json, geojson, geoparquet, found "xlsx".']],
    ['--format geoparquet', ['--format geoparquet is binary: expected a file in --out.']],
    ['--out a.csv --sidecar a.csv', ['--sidecar: expected another file than --out.']],
    ['--heat RKT1=-5', ['--heat: expected RKT1 to be a number from 0 to 600, found "-5".']],
    ['--heat RKT=5', [/^--heat: "RKT" is no assumption of the heat model; the nearest are RKT\d/]],
    ['--scores all', ['--scores: expected none, city, pooled, found "all".']],
    ['--city atlantis --measure fsy', [/^--city/, /^--measure/]],
  ])('%s', (line, expected) => {
    const problems = problemsOf(line.split(' '))
    expect(problems).toHaveLength(expected.length)
    expected.forEach((each, index) =>
      typeof each === 'string' ? expect(problems[index]).toBe(each) : expect(problems[index]).toMatch(each),
    )
  })

  test.each([
    ['{"type":"Polygon"', /^--area: expected GeoJSON, but it is no JSON/],
    [
      '{"type":"Point","coordinates":[24.9,60.1]}',
      /^--area: expected a GeoJSON FeatureCollection, Feature, Polygon or MultiPolygon, found "Point"\.$/,
    ],
    ['{"type":"Polygon","coordinates":[[[24.9,60.1],[25,60.1],[25,60.2]]]}', /^--area: expected a ring of at least 4 points.*found 3\.$/],
    ['{"type":"Polygon","coordinates":[[[24.9,60.15],[24.95,60.15],[24.95,60.2],[24.9,60.2]]]}', /^--area: expected a closed ring/],
    [
      '{"type":"Polygon","coordinates":[[[2,48],[3,48],[3,49],[2,48]]]}',
      /^--area: expected an area within Helsinki \(.*\) or Tallinn \(.*\), found a point at 2, 48\.$/,
    ],
    [
      '{"type":"Polygon","coordinates":[[[60.17,24.94],[60.18,24.94],[60.18,24.95],[60.17,24.94]]]}',
      /found a point at 60\.17, 24\.94: the longitude comes first\.$/,
    ],
    [
      '{"type":"Polygon","coordinates":[[[25496000,6672000],[25497000,6672000],[25497000,6673000],[25496000,6672000]]]}',
      /are these metres\?\.$/,
    ],
    [
      '{"type":"Polygon","coordinates":[[["24.9","60.1"],[25,60.1],[25,60.2],[24.9,60.1]]]}',
      /expected a longitude and a latitude, found \["24\.9","60\.1"\]\.$/,
    ],
    ['{"type":"FeatureCollection","features":[]}', /at least one feature, found none\.$/],
    ['{"type":"Feature","properties":null,"geometry":null}', /expected a Polygon or MultiPolygon, found none\.$/],
    [
      '{"type":"Polygon","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3879"}},"coordinates":[]}',
      /expected longitudes and latitudes of WGS84, found the CRS "urn:ogc:def:crs:EPSG::3879"\.$/,
    ],
  ])('--area %s', (text, expected) => {
    expect(problemsOf(['--area', text])).toEqual([expect.stringMatching(expected)])
  })
})

test('the help explains every option and measure', () => {
  const help = writeReportHelp()
  for (const word of [...Object.keys(REPORT_OPTIONS).map((name) => `--${name} `), ...MEASURE_IDS]) expect(help).toContain(word)
})
