import { useMemo } from 'react'
import { useApp } from '../context.tsx'

/** What the user changed of the assumptions of the models of buildings, of heat and of sun; undefined where nothing is. */
export function useModelParams() {
  const heat = useApp((app) => app.layerParams['building-heat'])
  const solar = useApp((app) => app.layerParams['building-solar'])
  return useMemo(() => (heat === undefined || solar === undefined ? (heat ?? solar) : { ...heat, ...solar }), [heat, solar])
}
