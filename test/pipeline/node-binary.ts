import { existsSync } from 'node:fs'

/** The Node that the lock file pins: it runs TypeScript as it is, which an older system Node does not. */
export const NODE = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath
