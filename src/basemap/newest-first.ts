/**
 * Runs one task at a time, the newest first: while the camera moves, the tiles asked for last are
 * the ones in sight. Between two tasks waiting messages are let in, so that newer requests are known.
 */
export function createNewestFirst(yieldToMessages: () => Promise<void>): <Result>(task: () => Promise<Result> | Result) => Promise<Result> {
  const waiting: (() => Promise<void>)[] = []
  let isRunning = false

  async function runAll(): Promise<void> {
    isRunning = true
    for (;;) {
      await yieldToMessages()
      const next = waiting.pop()
      if (next === undefined) break
      await next()
    }
    isRunning = false
  }

  return (task) => new Promise((resolve, reject) => {
    waiting.push(async () => {
      try {
        resolve(await task())
      } catch (error) {
        reject(error)
      }
    })
    if (!isRunning) void runAll()
  })
}
