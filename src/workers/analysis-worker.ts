import { transfer } from 'comlink'
import type { AnalysisService } from '../services/analysis/analysis-service.ts'
import { collectBuffers } from '../services/collect-buffers.ts'
import { createAnalysisService } from '../services/analysis/create-analysis-service.ts'
import { dataUrlFromWorker } from '../io/data-url.ts'
import { fetchBytes } from '../io/fetch-file.ts'
import { exposeService } from './expose-service.ts'

const service = createAnalysisService({
  dataUrl: dataUrlFromWorker(self.location.href, import.meta.env.BASE_URL).href,
  fetchBytes: (url) => fetchBytes(url),
})

/** Moves the answer's arrays instead of copying them: the service makes them anew for every call. */
async function move<Value>(answer: Promise<Value>): Promise<Value> {
  const value = await answer
  return transfer(value, collectBuffers(value))
}

exposeService({
  ...service,
  measure: (zones, heat) => move(service.measure(zones, heat)),
  autocorrelate: (request) => move(service.autocorrelate(request)),
  testRanks: (request, onProgress) => move(service.testRanks(request, onProgress)),
} satisfies AnalysisService)
