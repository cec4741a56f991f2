import axe from 'axe-core'
import type { OpenApp } from './open-app.ts'

/** Rules of axe that the page breaks as it stands: id, and the first elements of each. */
export async function findViolations({ page }: OpenApp): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await checker.run(document, { resultTypes: ['violations'] })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    )
  })
}
