import { useState } from 'react'
import type { LayerId } from '../../layers/ids.ts'
import { useApp } from '../context.tsx'

/** Layers that have something to explain: the buildings, the area fill, then the rest. */
function useExplainedLayers(): readonly LayerId[] {
  const buildingLayer = useApp((app) => app.buildingLayer)
  const areaLayer = useApp((app) => app.areaLayer)
  const overlays = useApp((app) => app.overlays)
  return [...(buildingLayer === 'building-plain' ? [] : [buildingLayer]), ...(areaLayer === 'none' ? [] : [areaLayer]), ...overlays]
}

/** The layer whose legend shows: the one switched on last, until another is chosen. */
export function useLegendLayer(): {
  readonly layers: readonly LayerId[]
  readonly shown: LayerId | null
  readonly choose: (id: LayerId) => void
} {
  const layers = useExplainedLayers()
  const [known, setKnown] = useState(layers)
  const [chosen, setChosen] = useState<LayerId | null>(layers[0] ?? null)
  if (known.join() !== layers.join()) {
    setKnown(layers)
    const added = layers.find((id) => !known.includes(id))
    if (added !== undefined) setChosen(added)
  }
  const shown = chosen !== null && layers.includes(chosen) ? chosen : (layers[0] ?? null)
  return { layers, shown, choose: setChosen }
}
