import { createImportService, type ImportService } from '../io/imports/import-service.ts'
import { exposeService } from './expose-service.ts'
import { moveAnswer } from './move-answer.ts'

const service = createImportService()

exposeService({
  open: (...request) => moveAnswer(service.open(...request)),
  place: (choice) => moveAnswer(service.place(choice)),
} satisfies ImportService)
