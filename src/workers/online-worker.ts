import { transfer } from 'comlink'
import { collectBuffers } from '../services/collect-buffers.ts'
import { createOnlineReader, type OnlineReader } from '../io/online/online-reader.ts'
import { exposeService } from './expose-service.ts'

const reader = createOnlineReader()

exposeService({
  add: (...page) => reader.add(...page),
  finish: (head) => {
    const layer = reader.finish(head)
    return transfer(layer, collectBuffers(layer))
  },
} satisfies OnlineReader)
