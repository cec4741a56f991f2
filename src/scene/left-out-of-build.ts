/**
 * Stands in for `@spz-loader/core` (Gaussian splats in glTF), which no tileset here uses and which is
 * 5 % of the engine's size (see the alias in vite.config.ts). A tileset that needs it fails to load
 * with this message.
 */
export function loadSpz(): never {
  throw new Error('Gaussian splats are left out of this build')
}
