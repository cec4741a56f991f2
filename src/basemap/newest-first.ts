/** Work for one thread. */
export interface TileQueue {
  /** A task for now: the newest comes first. */
  readonly now: <Result>(task: () => Promise<Result> | Result) => Promise<Result>
  /** A task for when nothing waits for now; in the order of asking. */
  readonly later: <Result>(task: () => Promise<Result> | Result) => Promise<Result>
}

/**
 * Runs one task at a time, the newest first: while the camera moves, the tiles asked for last are
 * the ones in sight. Between two tasks waiting messages are let in, so that newer requests are known.
 */
export function createNewestFirst(yieldToMessages: () => Promise<void>): TileQueue {
  const waiting: (() => Promise<void>)[] = []
  const idle: (() => Promise<void>)[] = []
  let isRunning = false

  async function runAll(): Promise<void> {
    isRunning = true
    for (;;) {
      await yieldToMessages()
      const next = waiting.pop() ?? idle.shift()
      if (next === undefined) break
      await next()
    }
    isRunning = false
  }

  const addTo =
    (list: (() => Promise<void>)[]): TileQueue['now'] =>
    (task) =>
      new Promise((resolve, reject) => {
        list.push(async () => {
          try {
            resolve(await task())
          } catch (error) {
            reject(error)
          }
        })
        if (!isRunning) void runAll()
      })
  return { now: addTo(waiting), later: addTo(idle) }
}
