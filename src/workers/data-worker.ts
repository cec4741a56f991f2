import { transfer } from 'comlink'
import { collectBuffers } from '../services/collect-buffers.ts'
import { createDataService } from '../services/create-data-service.ts'
import type { DataService } from '../services/data-service.ts'
import { dataUrlFromWorker } from '../io/data-url.ts'
import { fetchBytes, fetchRange } from '../io/fetch-file.ts'
import { exposeService } from './expose-service.ts'

const service = createDataService({
  dataUrl: dataUrlFromWorker(self.location.href, import.meta.env.BASE_URL).href,
  fetchBytes: (url) => fetchBytes(url),
  fetchRange: (url, first, last) => fetchRange(url, first, last),
})

/** Moves the answer's arrays instead of copying them. */
async function move<Value>(answer: Promise<Value>): Promise<Value> {
  const value = await answer
  return transfer(value, collectBuffers(value))
}

exposeService({
  ...service,
  runLayer: (request) => move(service.runLayer(request)),
  labels: (cityId, language) => move(service.labels(cityId, language)),
  card: (...request) => move(service.card(...request)),
} satisfies DataService)
