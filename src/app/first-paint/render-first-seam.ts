/** A city as the first paint knows it. */
export interface FirstCity {
  readonly id: string
  readonly name: string
}

/**
 * The seam as it stands before the app: the same boxes, without its buttons, so that nothing moves when the app
 * takes over. Runs in the page as text (see paint-first.ts) and while the page is built: it may use nothing but
 * its arguments.
 *
 * @param shown cities in the order of their views
 * @param share no progress yet, as the language writes it
 */
export function renderFirstSeam(shown: readonly FirstCity[], share: string): string {
  const half = Math.max(Math.floor(shown.length / 2), 1)
  const lines = shown.slice(1).map((_, index) => `<div class="seam-line" style="--seam:${((index + 1) / shown.length) * 100}%"></div>`)
  const names = [shown.slice(0, half), shown.slice(half)].map((cities) =>
    cities.length === 0
      ? ''
      : `<div class="seam-names">${cities
          .map(
            ({ id, name }) =>
              `<p class="seam-name" style="--accent:var(--accent-${id})">${name}<span class="seam-progress" aria-hidden="true">${share}</span></p>`,
          )
          .join('')}</div>`,
  )
  const controls = `<div class="seam-controls" aria-hidden="true">${'<span class="first-control"></span>'.repeat(shown.length > 1 ? 3 : 1)}</div>`
  return `${lines.join('')}<div class="seam-plate">${names[0]}${controls}${names[1]}</div>`
}
