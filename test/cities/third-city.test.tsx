import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CITIES, CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { LAYERS } from '../../src/layers/index.ts'
import type { LayerOutcome } from '../../src/layers/types.ts'
import { buildData } from '../../src/pipeline/build.ts'
import { createReportEffects } from '../../src/pipeline/report/effects.ts'
import { runReport } from '../../src/pipeline/report/run-report.ts'
import { buildTileset } from '../../src/pipeline/tiles/build-tileset.ts'
import { checkTileset } from '../../src/pipeline/tiles/check/check-tileset.ts'
import { openCityTables } from '../../src/services/city-tables.ts'
import { createAnalysisService } from '../../src/services/analysis/create-analysis-service.ts'
import type { MeasureTable } from '../../src/services/analysis/analysis-service.ts'
import { joinMeasureTables } from '../../src/report/join-tables.ts'
import { createDataService } from '../../src/services/create-data-service.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { readUrl, writeUrl } from '../../src/state/url/url.ts'
import { ZonesTable } from '../../src/ui/compare/side-by-side/zones-table.tsx'
import { rowOf } from '../../src/ui/compare/zone-rows.ts'
import { LegendView } from '../../src/ui/legend/legend-view.tsx'
import { Seam } from '../../src/ui/seam/seam.tsx'
import { ViewFrame } from '../../src/ui/view-frame/view-frame.tsx'
import { createQuietEffects } from '../pipeline/mini-city.ts'
import { makeTinyCities } from '../services/tiny-cities.ts'
import { renderUi, textOf } from '../ui/render-ui.tsx'
import { buildDatasets } from './build-vineta.ts'

vi.mock('../../src/cities/index.ts', () => import('./three-cities.ts'))

/**
 * A third city goes the whole way: from raw files to the screen and the report. All that is new is a file
 * like those in `src/cities/`, its steps, and its sources; nothing else may know how many cities there are.
 */
const VINETA = 'vineta' as CityId
const folder = mkdtempSync(join(tmpdir(), 'kaksik-third-city-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Two tiny cities for the others' data, and Vineta as it is built from its sources. */
const files = {
  dataUrl: `${folder}/`,
  fetchBytes: (path: string) => {
    const bytes = readFileSync(path)
    return Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  },
}

beforeAll(async () => {
  for (const [url, bytes] of makeTinyCities().files) {
    const path = join(folder, url.slice('tiny:/'.length))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  await buildData(createQuietEffects().effects, {
    sources: 'test/fixtures/third-city',
    out: folder,
    cityIds: [VINETA],
    loadCity: () => Promise.resolve({ buildDatasets }),
  })
})

test('there are three cities in this file', () => {
  expect(CITY_IDS).toHaveLength(3)
})

describe('tiles', () => {
  test('are built and pass every check', async () => {
    const city = CITIES.find(({ id }) => id === VINETA)
    if (city === undefined) throw new Error('Vineta is gone')
    const [dataFolder, tilesetFolder] = [join(folder, VINETA), join(folder, 'tiles')]
    const { build, invisibleIds } = await buildTileset({ city, dataFolder, outputFolder: tilesetFolder })
    // Each of the three boxes has four walls and a roof, two triangles each.
    expect([build.buildings, build.triangles, invisibleIds]).toEqual([3, 30, []])
    expect((await checkTileset({ city, dataFolder, tilesetFolder })).issues).toEqual([])
  })
})

describe('views and legend', () => {
  let outcome: LayerOutcome
  const swapped = ['Vineta', 'Tallinn', 'Helsinki']

  beforeAll(async () => {
    const tables = new Map(CITY_IDS.map((id) => [id, openCityTables(id, files)]))
    outcome = await LAYERS['building-height'].run(
      { layerId: 'building-height', params: {}, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' },
      (id) => tables.get(id) as ReturnType<typeof openCityTables>,
    )
  })

  test('the seam names all three in their order, with a line between each two', () => {
    const html = renderUi(<Seam isStacked={false} />)
    const names = (of: string) =>
      textOf(of)
        .split('\n')
        .filter((word) => swapped.includes(word))
    expect(names(html)).toEqual(['Helsinki', 'Tallinn', 'Vineta'])
    expect(names(renderUi(<Seam isStacked={false} />, { app: { swapped: true } }))).toEqual(swapped)
    expect([...html.matchAll(/--seam:([\d.]+)%/g)].map(([, at]) => Number(at))).toEqual(
      [100 / 3, 200 / 3].map((at) => expect.closeTo(at, 6) as number),
    )
  })

  test('a view has a frame of its own', () => {
    expect(renderUi(<ViewFrame cityId={VINETA} />)).toContain('Vineta')
  })

  test('the legend counts the third on the joint scale, or beside the others', () => {
    const session = { ...startSession(), pictures: { 'building-height': outcome } }
    const app = { buildingLayer: 'building-height' } as const
    const joint = renderUi(<LegendView isFolding={false} />, { app, session })
    expect(textOf(joint)).toContain('Vineta')
    expect(joint.match(/class="axis-bars"/g)).toHaveLength(3)
    const apart = renderUi(<LegendView isFolding={false} />, { app: { ...app, scaleMode: 'per-city' }, session })
    expect(apart.match(/class="legend-part"/g)).toHaveLength(3)
    const picture = outcome[VINETA]
    expect('legend' in picture ? [picture.legend.known, picture.legend.missing] : picture).toEqual([3, 0])
  })

  test('a link can show it alone', () => {
    const { state, problems } = readUrl(writeUrl({ ...DEFAULT_APP_STATE, layout: VINETA }))
    expect([state.layout, problems]).toEqual([VINETA, []])
  })
})

describe('what is known', () => {
  test('a search finds its building, whose card names its district', async () => {
    const service = createDataService(files)
    const [hit] = await service.search('Poseidon', 'en', 3)
    expect(hit).toMatchObject({ cityId: VINETA, kind: 'building', title: 'Temple of Poseidon' })
    const card = await service.card(VINETA, 'building', hit?.id ?? '', 'en')
    expect(card?.facts.find(({ labelKey }) => labelKey === 'level.vineta.fine')?.value).toBe('Temple Hill')
  })
})

describe('the comparison', () => {
  let table: MeasureTable
  beforeAll(async () => {
    table = await createAnalysisService(files).measure({ kind: 'districts', level: 'fine', cityIds: CITY_IDS })
  })

  test('measures the districts of all three; those of the third by hand', () => {
    const row = rowOf(table, { cityId: VINETA, id: 'harbour' })
    // 1 km² of land; 400 m² of four storeys and 100 m² of two; 1200 residents.
    expect(table.values.gsi[row]).toBeCloseTo(500 / 1e6, 9)
    expect(table.values.fsi[row]).toBeCloseTo((400 * 4 + 100 * 2) / 1e6, 9)
    expect(table.values['population-density'][row]).toBeCloseTo(1200, 3)
    // A park of 500 m by 200 m.
    expect(table.values['green-per-resident'][row]).toBeCloseTo(100_000 / 1200, 0)
    expect(new Set(table.rows.map(({ cityId }) => cityId))).toEqual(new Set(CITY_IDS))
  })

  test('holds its district against one of another city, by their names', () => {
    const rows = [rowOf(table, { cityId: VINETA, id: 'harbour' }), table.rows.findIndex(({ cityId }) => cityId === CITY_IDS[1])] as const
    const words = textOf(renderUi(<ZonesTable table={table} rows={rows} onExplain={() => undefined} onMapping={() => undefined} />))
    expect(words).toContain('Harbour')
    expect(words).toContain('east-et')
  })
})

test('three drawn areas stand side by side, a column each; only two are held against each other', async () => {
  const service = createAnalysisService(files)
  const areas = await Promise.all(
    CITIES.map(({ id, anchor: { longitudeDegrees: x, latitudeDegrees: y } }) =>
      service.measure({
        kind: 'area',
        cityId: id,
        name: `Area of ${id}`,
        polygonsDegrees: [
          [
            [
              [x, y],
              [x + 0.002, y],
              [x, y + 0.002],
            ],
          ],
        ],
      }),
    ),
  )
  const columnsOf = (count: number) => {
    const joined = joinMeasureTables(areas.slice(0, count))
    const rows = joined.rows.map((_, row) => row)
    const html = renderUi(<ZonesTable table={joined} rows={rows} onExplain={() => undefined} onMapping={() => undefined} />)
    return textOf(html.split('</thead>')[0] ?? '')
      .split('\n')
      .filter((word) => /^Area of|^Ratio$/.test(word))
  }
  expect(columnsOf(3)).toEqual(CITY_IDS.map((id) => `Area of ${id}`))
  expect(columnsOf(2)).toEqual([...CITY_IDS.slice(0, 2).map((id) => `Area of ${id}`), 'Ratio'])
  expect(columnsOf(1)).toEqual([`Area of ${CITY_IDS[0]}`])
})

describe('the report', () => {
  const report = async (...argv: string[]) => {
    let [printed, said] = ['', '']
    const code = await runReport(
      argv,
      { root: process.cwd(), dataFolder: folder, appVersion: '0' },
      {
        ...createReportEffects(process.cwd(), process.cwd()),
        print: (text) => {
          printed += text
        },
        warn: (line) => {
          said += `${line}\n`
        },
      },
    )
    return { code, printed, said }
  }

  test('tells its measures, by its own word for its districts', async () => {
    const { code, printed, said } = await report('--city', VINETA, '--level', 'quarters', '--measure', 'fsi,population')
    expect({ code, said }).toEqual({ code: 0, said: '' })
    expect(
      printed
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').slice(0, 3)),
    ).toEqual([
      ['vineta', 'harbour', 'Harbour'],
      ['vineta', 'temple-hill', 'Temple Hill'],
    ])
    expect(printed).toContain('0.0018')
  })

  test('finds what is most like one of its districts, in the other cities', async () => {
    const { code, printed } = await report('--match', 'vineta:Temple Hill', '--weights', 'fsi=1,population-density=1', '--limit', '2')
    expect(code).toBe(0)
    const cities = printed
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0])
    expect(cities).toHaveLength(2)
    expect(cities).not.toContain(VINETA)
  })
})
