import { expose, transfer } from 'comlink'
import { collectBuffers } from '../io/collect-buffers.ts'
import { createRemoteReader, type RemoteReader } from '../io/remote/remote-reader.ts'

const reader = createRemoteReader()

expose({
  add: (...page) => reader.add(...page),
  finish: (head) => {
    const layer = reader.finish(head)
    return transfer(layer, collectBuffers(layer))
  },
} satisfies RemoteReader)
