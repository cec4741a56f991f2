/** Hands a file to the browser to keep. Nothing leaves the machine. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export interface PictureFrame {
  readonly title: string
  /** Whose data the picture shows. */
  readonly credit: string
  readonly paper: string
  readonly ink: string
}

const SCALE = 2
const MARGIN = 16
const LINE = 18

/**
 * A chart as PNG with its title above and the credit below. The chart's own colours are attributes,
 * as style sheets do not reach a picture.
 */
export async function drawPicture(chart: SVGSVGElement, { title, credit, paper, ink }: PictureFrame): Promise<Blob> {
  const width = Number(chart.getAttribute('width'))
  const height = Number(chart.getAttribute('height'))
  const image = await loadImage(serialiseChart(chart, width, height, ink))
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas to draw on')
  const font = (size: number, weight = 400) => `${weight} ${size}px 'Source Sans 3 Variable', sans-serif`
  context.font = font(12)
  const lines = wrapWords(credit, width, (text) => context.measureText(text).width)
  canvas.width = Math.ceil((width + 2 * MARGIN) * SCALE)
  canvas.height = Math.ceil((height + 3 * MARGIN + 24 + lines.length * LINE) * SCALE)
  context.scale(SCALE, SCALE)
  context.fillStyle = paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = ink
  context.font = font(16, 650)
  context.fillText(title, MARGIN, MARGIN + 14, width)
  context.drawImage(image, MARGIN, MARGIN + 24, width, height)
  context.font = font(12)
  lines.forEach((line, index) => context.fillText(line, MARGIN, 2 * MARGIN + 24 + height + (index + 0.7) * LINE))
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be drawn')) : resolve(blob)), 'image/png')
  })
}

/** A chart as a file of its own. */
export function serialiseChart(chart: SVGSVGElement, width: number, height: number, ink: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('style', `color:${ink};fill:currentColor;font-family:sans-serif;font-size:12px`)
  return new XMLSerializer().serializeToString(copy)
}

function loadImage(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('The chart could not be read as a picture')))
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  })
}

/** Words in lines of at most a width. */
export function wrapWords(text: string, widest: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= widest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
