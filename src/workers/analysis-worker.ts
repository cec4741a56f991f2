import type { AnalysisService } from '../services/analysis/analysis-service.ts'
import { createAnalysisService } from '../services/analysis/create-analysis-service.ts'
import { dataUrlFromWorker } from '../io/data-url.ts'
import { fetchBytes } from '../io/fetch-file.ts'
import { exposeService } from './expose-service.ts'
import { moveAnswer } from './move-answer.ts'

const service = createAnalysisService({
  dataUrl: dataUrlFromWorker(self.location.href, import.meta.env.BASE_URL).href,
  fetchBytes: (url) => fetchBytes(url),
})

exposeService({
  ...service,
  measure: (zones, heat, scenario) => moveAnswer(service.measure(zones, heat, scenario)),
  sweepVariants: (request, onProgress) => moveAnswer(service.sweepVariants(request, onProgress)),
  evaluateScenario: (request) => moveAnswer(service.evaluateScenario(request)),
  autocorrelate: (request) => moveAnswer(service.autocorrelate(request)),
  testRanks: (request, onProgress) => moveAnswer(service.testRanks(request, onProgress)),
  rateSites: (request, onProgress) => moveAnswer(service.rateSites(request, onProgress)),
  measureSunHours: (request, onProgress) => moveAnswer(service.measureSunHours(request, onProgress)),
  measureViewshed: (request) => moveAnswer(service.measureViewshed(request)),
} satisfies AnalysisService)
