import { expose, transfer } from 'comlink'
import { collectBuffers } from '../services/collect-buffers.ts'
import { createOnlineReader, type OnlineReader } from '../io/online/online-reader.ts'

const reader = createOnlineReader()

expose({
  add: (...page) => reader.add(...page),
  finish: (head) => {
    const layer = reader.finish(head)
    return transfer(layer, collectBuffers(layer))
  },
} satisfies OnlineReader)
