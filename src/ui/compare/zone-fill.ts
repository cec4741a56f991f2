import { useEffect } from 'react'
import { CITY_IDS } from '../../cities/index.ts'
import type { MeasureTable } from '../../services/analysis/analysis-service.ts'
import { pickShapes } from '../../report/flat-table.ts'
import { parseHex } from '../../layers/colour/ramps.ts'
import type { Polygons } from '../../layers/types.ts'
import { clearZoneFills, setZoneFills } from '../../state/session-transitions.ts'
import type { Session } from '../../state/store.ts'
import { useServices } from '../context.tsx'
import type { Theme } from '../theme.ts'
import { rowsOfCity } from './zone-rows.ts'

/** Opacity of a zone: streets and water stay readable under it. */
const FILL_ALPHA = 190
const STROKES = { light: [90, 84, 76, 160], dark: [190, 196, 202, 120] } as const

/** The zones of each city for the map, each in its colour (`#rrggbb`); null is a gap, drawn as the hatch. */
export function makeZoneFills(table: MeasureTable, colourOf: (row: number) => string | null, theme: Theme): Session['zoneFills'] {
  return Object.fromEntries(
    CITY_IDS.flatMap((cityId) => {
      const rows = rowsOfCity(table, cityId)
      if (rows.length === 0) return []
      const colours = rows.map(colourOf)
      const fill: Polygons = {
        kind: 'polygons',
        ids: rows.map((row) => (table.rows[row] as MeasureTable['rows'][number]).id),
        ...pickShapes(table.shapes, rows),
        fillRgba: Uint8Array.from(colours.flatMap((hex) => (hex === null ? [0, 0, 0, 0] : [...parseHex(hex), FILL_ALPHA]))),
        noData: Uint8Array.from(colours, (hex) => (hex === null ? 1 : 0)),
        strokeRgba: STROKES[theme],
      }
      return [[cityId, fill]]
    }),
  )
}

/** Shows zones on the map while the part of the interface that asks for it stands; equal fills must be the same object. */
export function useZoneFills(fills: Session['zoneFills'] | null): void {
  const { store } = useServices()
  useEffect(() => {
    if (fills === null) return
    const { updateSession } = store.getState()
    updateSession((session) => setZoneFills(session, fills))
    return () => updateSession((session) => clearZoneFills(session, fills))
  }, [store, fills])
}
