import type { CDPSession, Page } from 'playwright-core'

/** Median of numbers; the middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2
}

/** Milliseconds from the start of navigation until `expression` is true in the page. */
export async function timeUntil(page: Page, expression: () => boolean): Promise<number> {
  await page.waitForFunction(expression, undefined, { polling: 50, timeout: 180_000 })
  return page.evaluate(() => performance.now())
}

/** Milliseconds from the start of navigation until the browser first painted text or a picture (Paint Timing, W3C). */
export function timeFirstPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)
}

/**
 * Median time between frames, in milliseconds, while the cameras turn to and fro on each of them: what
 * drawing costs where rendering is the bottleneck, and the display's interval where it is not.
 */
export function timeFrames(page: Page, frames = 40): Promise<number> {
  return page.evaluate(async (count) => {
    const { bare } = globalThis as unknown as { bare?: { turn: (degrees: number) => void } }
    const view = document.querySelector('.city-view')
    const times: number[] = []
    let before = performance.now()
    for (let frame = 0; frame < count; frame++) {
      if (bare !== undefined) bare.turn(frame % 2 === 0 ? 10 : -10)
      else view?.dispatchEvent(new KeyboardEvent('keydown', { key: frame % 2 === 0 ? 'e' : 'q', bubbles: true }))
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = performance.now()
      times.push(now - before)
      before = now
    }
    return times.slice(5).sort((a, b) => a - b)[Math.floor((count - 5) / 2)] ?? NaN
  }, frames)
}

/**
 * Main-thread milliseconds that an action costs, over what the page spends at rest in the same time.
 * Covers script, style, layout and the recording of frames, not the drawing in the GPU process.
 */
export async function timeMainThread(page: Page, action: () => Promise<unknown>, windowMilliseconds: number): Promise<number> {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  const spend = async (work: () => Promise<unknown>) => {
    const before = await readTaskMilliseconds(client)
    const began = Date.now()
    await work()
    await page.waitForTimeout(Math.max(0, windowMilliseconds - (Date.now() - began)))
    return (await readTaskMilliseconds(client)) - before
  }
  const atRest = await spend(async () => {})
  const busy = await spend(action)
  await client.detach()
  return Math.max(0, busy - atRest)
}

async function readTaskMilliseconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
}

/** What a task of the main thread over 50 ms took, and the step in which it began. */
export interface LongTask {
  readonly milliseconds: number
  readonly step: string
}

/** A browser reports no shorter ones (Long Tasks, W3C). */
export const LEAST_LONG_TASK_MILLISECONDS = 50

/** Keeps every task over 50 ms from now on; `markStep` names what comes next, `readLongTasks` gives them. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: { start: number; duration: number }[] = []
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration })
    }).observe({ type: 'longtask' })
    Object.assign(globalThis, { longTasks: tasks, longTaskSteps: [] })
  })
}

export function markStep(page: Page, name: string): Promise<void> {
  return page.evaluate((step) => {
    ;(globalThis as unknown as { longTaskSteps: unknown[] }).longTaskSteps.push({ step, start: performance.now() })
  }, name)
}

export function readLongTasks(page: Page): Promise<LongTask[]> {
  return page.evaluate(() => {
    const { longTasks, longTaskSteps } = globalThis as unknown as {
      longTasks: { start: number; duration: number }[]
      longTaskSteps: { step: string; start: number }[]
    }
    return longTasks.map(({ start, duration }) => ({
      milliseconds: duration,
      step: longTaskSteps.findLast((step) => step.start <= start)?.step ?? '',
    }))
  })
}
