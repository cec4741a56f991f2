import latinUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import latinExtendedUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url'
import { transfer } from 'comlink'
import { createMapPainter } from '../basemap/painter.ts'
import { OVERVIEW_FILE } from '../basemap/overview/overview-format.ts'
import type { MapPainter } from '../basemap/types.ts'
import { dataUrlFromWorker } from '../io/data-url.ts'
import { fetchBytes } from '../io/fetch-file.ts'
import { loadMapFonts } from '../io/load-map-fonts.ts'
import { readGeoParquet } from '../io/read-geoparquet.ts'
import { yieldToMessages } from '../io/yield-to-messages.ts'
import { exposeService } from './expose-service.ts'

const DATA_URL = dataUrlFromWorker(self.location.href, import.meta.env.BASE_URL)

const painter = createMapPainter({
  async readTable(cityId, dataset, columns) {
    const fileName = `data/${cityId}/${dataset}.parquet`
    return readGeoParquet(await fetchBytes(new URL(`${cityId}/${dataset}.parquet`, DATA_URL)), columns, { fileName })
  },
  async readOverview(cityId) {
    const fileName = `tilesets/${cityId}/${OVERVIEW_FILE}`
    return { bytes: new Uint8Array(await fetchBytes(new URL(`../${fileName}`, DATA_URL))), fileName }
  },
  createCanvas: (width, height) => new OffscreenCanvas(width, height),
  loadFonts: () => loadMapFonts(latinUrl, latinExtendedUrl),
  yieldToMessages,
})

exposeService({
  async paintTile(request) {
    const tile = await painter.paintTile(request)
    return transfer(tile, [tile.bitmap])
  },
  readMissingAgain: (cityId) => painter.readMissingAgain(cityId),
  setAreas: (cityId, areas) => painter.setAreas(cityId, areas),
  setOwn: (cityId, shapes) => painter.setOwn(cityId, shapes),
} satisfies MapPainter)
