import type { PackedGeometry } from './packed-geometry.ts'

/** The features of several geometries of one type and plane, one after the other. */
export function joinGeometries(type: PackedGeometry['type'], parts: readonly PackedGeometry[]): PackedGeometry {
  const lengthOf = (values: (part: PackedGeometry) => ArrayLike<number>, own: number) =>
    parts.reduce((sum, part) => sum + values(part).length - own, 0)
  const positions = new Float64Array(lengthOf((part) => part.positions, 0))
  const ringStarts = new Uint32Array(lengthOf((part) => part.ringStarts, 1) + 1)
  const featureStarts = new Uint32Array(lengthOf((part) => part.featureStarts, 1) + 1)
  let [points, rings, features] = [0, 0, 0]
  for (const part of parts) {
    positions.set(part.positions, points * 2)
    for (let ring = 1; ring < part.ringStarts.length; ring++) ringStarts[rings + ring] = points + (part.ringStarts[ring] as number)
    for (let feature = 1; feature < part.featureStarts.length; feature++)
      featureStarts[features + feature] = rings + (part.featureStarts[feature] as number)
    points += part.positions.length / 2
    rings += part.ringStarts.length - 1
    features += part.featureStarts.length - 1
  }
  return { type, positions, ringStarts, featureStarts }
}
