/** So many tiles of a view are painted or on their way to the painter: enough that it never waits. */
const MOST_AT_ONCE = 2

/**
 * Asks for tiles one after the other, the most urgent first. What is most urgent is asked for anew each time
 * that the painter is free, since the camera may have moved.
 *
 * @param urgencyOf how urgent a request is now; the smallest number is the next
 */
export function createPaintQueue<Request, Picture>(
  paint: (request: Request) => Promise<Picture>,
  urgencyOf: (request: Request) => number,
  mostAtOnce = MOST_AT_ONCE,
): (request: Request) => Promise<Picture> {
  interface Waiting {
    readonly request: Request
    readonly start: () => Promise<void>
  }
  const waiting: Waiting[] = []
  let running = 0

  const startNext = (): void => {
    if (running >= mostAtOnce || waiting.length === 0) return
    const urgencies = waiting.map(({ request }) => urgencyOf(request))
    const [next] = waiting.splice(urgencies.indexOf(Math.min(...urgencies)), 1)
    if (next === undefined) return
    running++
    void next.start().finally(() => {
      running--
      startNext()
    })
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, start: () => paint(request).then(resolve, reject) })
      // Not before the other requests of the same frame are known.
      queueMicrotask(startNext)
    })
}
