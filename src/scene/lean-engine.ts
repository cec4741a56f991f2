import { Credit, CreditDisplay, GroundPolylinePrimitive, GroundPrimitive, Transforms } from '@cesium/engine'

/**
 * Keeps the engine from fetching what nothing here is drawn from. To be called before the first view is built.
 *
 * - Heights of the world's terrain are for shapes that the engine drapes itself; ours are painted into the ground.
 * - Tables of the earth's axis turn the engine's own sun, which lights nothing: the light is ours (see `look`).
 * - The logo is for the engine's online service, which is not used; credits are part of the interface.
 */
export function keepEngineLean(): void {
  GroundPrimitive.initializeTerrainHeights = () => Promise.resolve()
  GroundPolylinePrimitive.initializeTerrainHeights = () => Promise.resolve()
  Transforms.computeIcrfToCentralBodyFixedMatrix = Transforms.computeTemeToPseudoFixedMatrix
  CreditDisplay.cesiumCredit = new Credit('CesiumJS', false)
}
