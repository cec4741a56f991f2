import { cityById, type CityId } from '../cities/index.ts'
import type { Polygons } from '../layers/types.ts'
import { prepareAreas, type AreaSet } from './area-set.ts'
import { loadCityMap, type CityMap, type ReadTable } from './city-map.ts'
import { joinStreets, type NamedStreets } from './labels/named-streets.ts'
import { decodeOverview } from './overview/decode-overview.ts'
import { OVERVIEW_ZOOM } from './overview/overview-format.ts'
import { styleZoom } from './mercator.ts'
import { createNewestFirst } from './newest-first.ts'
import { streetNameFont } from './labels/paint-labels.ts'
import { prepareOwn, prepareOwnZoom, type OwnSet, type OwnShape } from './own-set.ts'
import { paintTile } from './paint-tile.ts'
import { placeStreetLabels, STREET_NAME_FROM_ZOOM, type StreetLabels } from './labels/street-labels.ts'
import type { MapPainter, MapTileRequest, PaintedTile } from './types.ts'

export interface PainterEffects {
  readonly readTable: ReadTable
  /** The file of a city's overview, and its name for messages. */
  readonly readOverview: (cityId: CityId) => Promise<{ readonly bytes: Uint8Array; readonly fileName: string }>
  readonly createCanvas: (widthPixels: number, heightPixels: number) => OffscreenCanvas
  /** Resolves when the fonts of street names are there, or cannot be had. */
  readonly loadFonts: () => Promise<void>
  /** Resolves when messages that wait have been taken in. */
  readonly yieldToMessages: () => Promise<void>
}

/** A view shows tiles of a few zooms, finer in front. */
const READY_ZOOMS = 4

/** How much of a city is read: as much as a view from afar shows, or all of its data. */
type Detail = 'overview' | 'whole'

/**
 * A painter of map tiles. A city's overview is read when its first tile is asked for, its data when the first
 * tile is that shows more; both are kept. Without an overview, which only saves time, all is drawn from the data.
 * A tile's promise rejects with the reader's error; the next tile tries to read again.
 */
export function createMapPainter(effects: PainterEffects): MapPainter {
  const maps = new Map<string, Promise<CityMap>>()
  const areas = new Map<CityId, readonly AreaSet[]>()
  const own = new Map<CityId, readonly OwnSet[]>()
  const labels = new WeakMap<CityMap, { readonly streets: NamedStreets; readonly byZoom: Map<number, StreetLabels> }>()
  const canvases = new Map<number, OffscreenCanvas>()
  /** Zooms of the tiles that were painted last, by city: own shapes are made ready for them. */
  const zooms = new Map<CityId, readonly number[]>()
  /** The list of own shapes that was given last, by city. */
  const given = new Map<CityId, readonly OwnShape[]>()
  const queue = createNewestFirst(effects.yieldToMessages)
  let fonts: Promise<void> | null = null

  function mapOf(cityId: CityId, detail: Detail): Promise<CityMap> {
    const key = keyOf(cityId, detail)
    let map = maps.get(key)
    if (map === undefined) {
      map = detail === 'whole' ? loadCityMap(cityById(cityId), effects.readTable) : overviewOf(cityId)
      maps.set(key, map)
      map.catch(() => maps.delete(key))
    }
    return map
  }

  async function overviewOf(cityId: CityId): Promise<CityMap> {
    try {
      const { bytes, fileName } = await effects.readOverview(cityId)
      return decodeOverview(bytes, cityById(cityId), fileName)
    } catch {
      return mapOf(cityId, 'whole')
    }
  }

  function contextOf(sizePixels: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
    let canvas = canvases.get(sizePixels)
    if (canvas === undefined) canvases.set(sizePixels, (canvas = effects.createCanvas(sizePixels, sizePixels)))
    // Painted by the processor, here: the graphics card would do it between the frames of the scene, and
    // for a clip to a long coast it takes many times longer.
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('This browser gives a worker no 2D canvas, so the map cannot be drawn')
    return [canvas, context]
  }

  function labelsOf(map: CityMap, zoom: number, context: OffscreenCanvasRenderingContext2D): StreetLabels | null {
    if (zoom < STREET_NAME_FROM_ZOOM) return null
    let named = labels.get(map)
    if (named === undefined) labels.set(map, (named = { streets: joinStreets(map.streetNames), byZoom: new Map() }))
    let placed = named.byZoom.get(zoom)
    if (placed === undefined) {
      placed = placeStreetLabels(named.streets, zoom, (text, isMain) => {
        context.font = streetNameFont(isMain)
        return context.measureText(text).width
      })
      named.byZoom.set(zoom, placed)
    }
    return placed
  }

  function paint(request: MapTileRequest, map: CityMap): PaintedTile {
    const [canvas, context] = contextOf(request.sizePixels)
    const zoom = styleZoom(request.level, request.sizePixels)
    zooms.set(request.cityId, [zoom, ...(zooms.get(request.cityId) ?? []).filter((other) => other !== zoom)].slice(0, READY_ZOOMS))
    const placed = labelsOf(map, zoom, context)
    const ownLeftOut = paintTile(context, request, map, areas.get(request.cityId) ?? [], placed, own.get(request.cityId))
    return { bitmap: canvas.transferToImageBitmap(), ownLeftOut, missing: map.missing }
  }

  return {
    async paintTile(request) {
      fonts ??= effects.loadFonts()
      const detail = styleZoom(request.level, request.sizePixels) <= OVERVIEW_ZOOM ? 'overview' : 'whole'
      const [map] = await Promise.all([mapOf(request.cityId, detail), fonts])
      return queue.now(() => paint(request, map))
    },
    async readMissingAgain(cityId) {
      for (const detail of ['overview', 'whole'] as const) {
        const map = await maps.get(keyOf(cityId, detail))
        if (map !== undefined && map.missing.length > 0) maps.delete(keyOf(cityId, detail))
      }
    },
    async setAreas(cityId: CityId, polygons: readonly Polygons[]) {
      areas.set(cityId, polygons.map(prepareAreas))
    },
    async setOwn(cityId: CityId, shapes: readonly OwnShape[]) {
      given.set(cityId, shapes)
      const sets: OwnSet[] = []
      // A piece at a time and after all tiles that wait, which show the shapes from before until then.
      for (const shape of shapes) {
        const set = await queue.later(() => prepareOwn(shape))
        for (const zoom of zooms.get(cityId) ?? []) await queue.later(() => prepareOwnZoom(set, zoom))
        if (given.get(cityId) !== shapes) return
        sets.push(set)
      }
      own.set(cityId, sets)
    },
  }
}

function keyOf(cityId: CityId, detail: Detail): string {
  return `${cityId} ${detail}`
}
