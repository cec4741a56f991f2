import { transfer } from 'comlink'
import { collectBuffers } from '../services/collect-buffers.ts'
import { createImportService, type ImportOutcome, type ImportService } from '../io/imports/import-service.ts'
import { exposeService } from './expose-service.ts'

const service = createImportService()

/** Moves the layer's arrays instead of copying them. */
async function move(outcome: Promise<ImportOutcome>): Promise<ImportOutcome> {
  const value = await outcome
  return transfer(value, collectBuffers(value))
}

exposeService({
  open: (...request) => move(service.open(...request)),
  place: (choice) => move(service.place(choice)),
} satisfies ImportService)
