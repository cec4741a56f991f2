import { createDataService } from '../services/create-data-service.ts'
import type { DataService } from '../services/data-service.ts'
import { dataUrlFromWorker } from '../io/data-url.ts'
import { fetchBytes, fetchRange } from '../io/fetch-file.ts'
import { exposeService } from './expose-service.ts'
import { moveAnswer } from './move-answer.ts'

const service = createDataService({
  dataUrl: dataUrlFromWorker(self.location.href, import.meta.env.BASE_URL).href,
  fetchBytes: (url) => fetchBytes(url),
  fetchRange: (url, first, last) => fetchRange(url, first, last),
})

exposeService({
  ...service,
  runLayer: (request) => moveAnswer(service.runLayer(request)),
  labels: (cityId, language) => moveAnswer(service.labels(cityId, language)),
  card: (...request) => moveAnswer(service.card(...request)),
} satisfies DataService)
