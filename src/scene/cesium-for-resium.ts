/**
 * Stands in for the package `cesium` where resium imports it (see the alias in vite.config.ts):
 * the engine, without the widgets. `Viewer` is the only name that resium takes from the widgets,
 * and nothing here mounts it.
 */
export * from '@cesium/engine'

export class Viewer {
  constructor() {
    throw new Error('The Viewer widget is not part of this build: use CesiumWidget')
  }
}
