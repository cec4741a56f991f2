import { HEXAGON_METRES } from '../../state/comparison.ts'
import { setComparison } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { ChoiceField } from '../layers-panel/choice-field.tsx'

/** How large the hexagons are. */
export function HexagonChoice() {
  const { text, number } = useMessages()
  const { store } = useServices()
  const hexagonMetres = useApp((app) => app.comparison.hexagonMetres)
  return (
    <ChoiceField
      label={text('compare.grid.size')}
      value={String(hexagonMetres)}
      choices={HEXAGON_METRES.map((metres) => ({
        id: String(metres),
        text: text('compare.grid.side', { area: number((metres / 1000) ** 2) }),
      }))}
      onChange={(id) =>
        store.getState().update((app) =>
          setComparison(app, {
            hexagonMetres: HEXAGON_METRES.find((metres) => String(metres) === id) ?? app.comparison.hexagonMetres,
          }),
        )
      }
    />
  )
}
