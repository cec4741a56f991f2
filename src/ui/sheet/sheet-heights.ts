/** Heights of the bottom sheet: only its tabs, half the window, nearly all of it. */
const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof SHEET_HEIGHTS)[number]

/** Share of the window that a height takes beyond the tabs. */
const SHEET_SHARES: Readonly<Record<SheetHeight, number>> = { peek: 0, half: 0.46, full: 0.86 }

/** The next height when the handle is pressed: up step by step, then down to the tabs. */
export function nextHeight(height: SheetHeight): SheetHeight {
  return height === 'peek' ? 'half' : height === 'half' ? 'full' : 'peek'
}

/** The height nearest to a share of the window. */
export function nearestHeight(share: number): SheetHeight {
  return SHEET_HEIGHTS.reduce((best, height) =>
    Math.abs(SHEET_SHARES[height] - share) < Math.abs(SHEET_SHARES[best] - share) ? height : best,
  )
}
