import { useRef, useState } from 'react'
import type { LayerId } from '../../layers/ids.ts'
import { useApp } from '../context.tsx'

/** Layers that have something to explain, most telling first: the area fill, the buildings, then the rest. */
export function useExplainedLayers(): readonly LayerId[] {
  const buildingLayer = useApp((app) => app.buildingLayer)
  const areaLayer = useApp((app) => app.areaLayer)
  const overlays = useApp((app) => app.overlays)
  return [
    ...(buildingLayer === 'building-plain' ? [] : [buildingLayer]),
    ...(areaLayer === 'none' ? [] : [areaLayer]),
    ...overlays,
  ]
}

/** The layer whose legend shows: the one switched on last, until another is chosen. */
export function useLegendLayer(): {
  readonly layers: readonly LayerId[]
  readonly shown: LayerId | null
  readonly choose: (id: LayerId) => void
} {
  const layers = useExplainedLayers()
  const known = useRef(layers)
  const [chosen, setChosen] = useState<LayerId | null>(layers[0] ?? null)
  const added = layers.find((id) => !known.current.includes(id))
  if (known.current.join() !== layers.join()) known.current = layers
  if (added !== undefined && added !== chosen) setChosen(added)
  const shown = chosen !== null && layers.includes(chosen) ? chosen : (layers[0] ?? null)
  return { layers, shown, choose: setChosen }
}
