/** What a point of a chart says and does. */
export interface ChartPoint {
  readonly label: string
  readonly isSelected: boolean
  readonly onPress: () => void
}

/**
 * Makes the marks of a chart buttons, in the order of the points: one of them is a stop of the Tab
 * key, arrows go to the next by its place along x, Enter and Space press.
 */
export function makePointsPressable(marks: readonly SVGElement[], points: readonly ChartPoint[]): void {
  const order = marks
    .map((mark, index) => ({ mark, x: Number(mark.getAttribute('cx') ?? 0), index }))
    .sort((a, b) => a.x - b.x)
    .map(({ mark }) => mark)
  const first = marks[points.findIndex(({ isSelected }) => isSelected)] ?? order[0]
  const moveTo = (from: SVGElement, to: SVGElement | undefined) => {
    if (to === undefined) return
    from.setAttribute('tabindex', '-1')
    to.setAttribute('tabindex', '0')
    to.focus()
  }
  marks.forEach((mark, index) => {
    const point = points[index]
    if (point === undefined) return
    mark.setAttribute('role', 'button')
    mark.setAttribute('aria-label', point.label)
    mark.setAttribute('aria-pressed', String(point.isSelected))
    mark.setAttribute('tabindex', mark === first ? '0' : '-1')
    mark.classList.add('chart-point')
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
    title.textContent = point.label
    mark.replaceChildren(title)
    mark.addEventListener('click', point.onPress)
    mark.addEventListener('keydown', (event) => {
      const place = order.indexOf(mark)
      if (event.key === 'Enter' || event.key === ' ') point.onPress()
      else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') moveTo(mark, order[place + 1])
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') moveTo(mark, order[place - 1])
      else return
      event.preventDefault()
    })
  })
}
