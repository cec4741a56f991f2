import { describe, expect, test } from 'vitest'
import type { ReadTable } from '../../src/basemap/city-map.ts'
import { createNewestFirst } from '../../src/basemap/newest-first.ts'
import { createMapPainter } from '../../src/basemap/painter.ts'
import type { MapTileRequest } from '../../src/basemap/types.ts'
import { createRecorder, type Call } from './recorder.ts'
import { CITY, readSmallCity } from './small-city.ts'

const REQUEST: MapTileRequest = { cityId: CITY.id as MapTileRequest['cityId'], x: 0, y: 0, level: 12, sizePixels: 256, theme: 'dark' }
const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A canvas whose bitmap is the list of calls that made it. */
function createPainter(readTable: ReadTable, overview: Uint8Array | null = null) {
  const { context, calls } = createRecorder()
  const canvas = { getContext: () => context, transferToImageBitmap: () => calls.splice(0) }
  const painter = createMapPainter({
    readTable,
    readOverview: async () => {
      if (overview === null) throw new Error('overview.map: the server answered 404')
      return { bytes: overview, fileName: 'overview.map' }
    },
    createCanvas: () => canvas as unknown as OffscreenCanvas,
    loadFonts: async () => {},
    yieldToMessages: nextTask,
  })
  return { painter, paint: async (request: MapTileRequest) => (await painter.paintTile(request)).bitmap as unknown as readonly Call[] }
}

test('reads a city once for many tiles', async () => {
  let reads = 0
  const { paint } = createPainter((...parameters) => {
    reads += 1
    return readSmallCity(...parameters)
  })
  await Promise.all([paint(REQUEST), paint({ ...REQUEST, x: 1 })])
  const once = reads
  await paint({ ...REQUEST, x: 2 })
  expect(reads).toBe(once)
})

test('a file that fails is named with every tile, the rest is drawn, and it is read again when asked', async () => {
  let isBroken = true
  const { painter } = createPainter((cityId, dataset, columns) => {
    if (isBroken && dataset === 'water') throw new Error('water.parquet: the server answered 404')
    return readSmallCity(cityId, dataset, columns)
  })
  const paint = async () => {
    const { bitmap, missing } = await painter.paintTile(REQUEST)
    return { calls: (bitmap as unknown as readonly Call[]).length, missing }
  }
  const without = await paint()
  expect(without.missing).toEqual([`data/${CITY.id}/water.parquet`])
  expect(without.calls).toBeGreaterThan(0)
  isBroken = false
  expect((await paint()).missing).toEqual([`data/${CITY.id}/water.parquet`])
  await painter.readMissingAgain(REQUEST.cityId)
  expect((await paint()).missing).toEqual([])
})

test('where no file can be read the tile fails with the message of the first, and all are read again for the next', async () => {
  let isBroken = true
  const { paint } = createPainter((cityId, dataset, columns) => {
    if (isBroken) throw new Error(`${dataset}.parquet: the server answered 503`)
    return readSmallCity(cityId, dataset, columns)
  })
  await expect(paint(REQUEST)).rejects.toThrow('extent.parquet: the server answered 503')
  isBroken = false
  expect((await paint(REQUEST)).length).toBeGreaterThan(0)
})

test('the theme chooses the colours', async () => {
  const { paint } = createPainter(readSmallCity)
  expect(await paint(REQUEST)).toContainEqual(['=fillStyle', '#14171a'])
  expect(await paint({ ...REQUEST, theme: 'light' })).toContainEqual(['=fillStyle', '#e9e6df'])
})

describe('queue', () => {
  test('what was asked for last comes first', async () => {
    const { now: run } = createNewestFirst(nextTask)
    const order: number[] = []
    await Promise.all([1, 2, 3].map((number) => run(() => void order.push(number))))
    expect(order).toEqual([3, 2, 1])
  })

  test('a task asked for while another runs goes ahead of those that wait', async () => {
    const { now: run } = createNewestFirst(nextTask)
    const order: string[] = []
    const late: Promise<unknown>[] = []
    await Promise.all([
      run(() => void order.push('oldest')),
      run(() => {
        order.push('first')
        late.push(run(() => void order.push('late')))
      }),
    ])
    await Promise.all(late)
    expect(order).toEqual(['first', 'late', 'oldest'])
  })

  test('one that throws rejects alone', async () => {
    const { now: run } = createNewestFirst(nextTask)
    const broken = run(() => {
      throw new Error('no canvas')
    })
    await expect(broken).rejects.toThrow('no canvas')
    await expect(run(() => 'next')).resolves.toBe('next')
  })
})

test('tiles that are asked for are painted before own shapes are made ready, and show those from before until then', async () => {
  const { painter, paint } = createPainter(readSmallCity)
  await paint(REQUEST)
  const order: string[] = []
  const shape = {
    kind: 'lines',
    ids: [],
    selects: null,
    positionsDegrees: Float64Array.of(24.9, 60.1, 25, 60.2),
    partStarts: Uint32Array.of(0, 2),
    partFeatures: Uint32Array.of(0),
    rgba: Uint8Array.of(1, 2, 3, 255),
    widthPixels: Float32Array.of(2.5),
  } as const
  const own = painter.setOwn(REQUEST.cityId, [shape, shape, shape]).then(() => order.push('own'))
  const tiles = [1, 2, 3, 4].map((x) => paint({ ...REQUEST, x }).then(() => order.push('tile')))
  await Promise.all([own, ...tiles])
  expect(order).toEqual(['tile', 'tile', 'tile', 'tile', 'own'])
})
