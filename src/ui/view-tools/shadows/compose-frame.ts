import { wrapWords } from '../../compare/save-file.ts'

/** A city's picture with what is written over it. */
export interface StampedView {
  readonly picture: HTMLCanvasElement
  readonly stamp: string
  readonly accent: string
}

export interface FrameLayout {
  readonly isStacked: boolean
  readonly credit: string
  readonly paper: string
  readonly ink: string
}

const STAMP_PIXELS = 16
const CREDIT_PIXELS = 11
const PADDING = 8
const FONT = "'Source Sans 3 Variable', sans-serif"

/**
 * Lays the pictures of all cities beside or over each other into a canvas, each stamped with its city, date and local time, and
 * under them whose data they show. Its sides are even numbers of pixels, as video asks.
 */
export function composeFrame(
  canvas: HTMLCanvasElement,
  views: readonly StampedView[],
  { isStacked, credit, paper, ink }: FrameLayout,
): void {
  const context = canvas.getContext('2d', { willReadFrequently: false })
  if (context === null) throw new Error('No canvas to draw on')
  const widths = views.map(({ picture }) => picture.width)
  const heights = views.map(({ picture }) => picture.height)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const width = makeEven(isStacked ? Math.max(...widths) : sum(widths))
  const pictures = isStacked ? sum(heights) : Math.max(...heights)
  context.font = `${CREDIT_PIXELS}px ${FONT}`
  const lines = wrapWords(credit, width - 2 * PADDING, (text) => context.measureText(text).width)
  const height = makeEven(pictures + 2 * PADDING + lines.length * (CREDIT_PIXELS + 3))
  // To set a size empties the canvas, so it is set once: all frames are as large as the first.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  let [x, y] = [0, 0]
  for (const { picture, stamp, accent } of views) {
    context.drawImage(picture, x, y)
    context.font = `600 ${STAMP_PIXELS}px ${FONT}`
    const stampWidth = context.measureText(stamp).width
    context.fillStyle = paper
    context.fillRect(x + PADDING, y + PADDING, stampWidth + 3 * PADDING, STAMP_PIXELS + PADDING * 1.5)
    context.fillStyle = accent
    context.fillRect(x + PADDING, y + PADDING, 4, STAMP_PIXELS + PADDING * 1.5)
    context.fillStyle = ink
    context.fillText(stamp, x + 2.25 * PADDING, y + PADDING * 1.5 + STAMP_PIXELS)
    if (isStacked) y += picture.height
    else x += picture.width
  }
  context.font = `${CREDIT_PIXELS}px ${FONT}`
  context.fillStyle = ink
  lines.forEach((line, index) => context.fillText(line, PADDING, pictures + PADDING + (index + 0.8) * (CREDIT_PIXELS + 3)))
}

function makeEven(pixels: number): number {
  return Math.ceil(pixels / 2) * 2
}
