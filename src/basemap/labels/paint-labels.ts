import type { Sheet } from '../sheet.ts'
import { searchLabels, type StreetLabels } from './street-labels.ts'

const LABEL_FONT_FAMILY = "'Source Sans 3 Variable', 'Source Sans 3', 'Noto Sans', sans-serif"
const HALO_PIXELS = 3.2

export function streetNameFont(isMain: boolean): string {
  return isMain ? `600 14px ${LABEL_FONT_FAMILY}` : `500 12.5px ${LABEL_FONT_FAMILY}`
}

/** Names letter by letter along their street: all halos first, so that none cuts a neighbour's letter. */
export function paintStreetLabels(sheet: Sheet, placed: StreetLabels): void {
  const { context, view, palette } = sheet
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.strokeStyle = palette.halo
  context.fillStyle = palette.text
  context.lineWidth = HALO_PIXELS
  for (const label of searchLabels(placed, view.unitBox)) {
    context.font = streetNameFont(label.isMain)
    for (const draw of ['strokeText', 'fillText'] as const) {
      for (const { letter, x, y, angleRadians } of label.glyphs) {
        if (letter === ' ') continue
        context.save()
        context.translate((x - view.originX) * view.scale, (y - view.originY) * view.scale)
        context.rotate(angleRadians)
        context[draw](letter, 0, 0)
        context.restore()
      }
    }
  }
}
