/**
 * The rooms of `src/` and what each may import: the architecture, as a table. A new folder enters
 * here first. Imports within a room are always allowed.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  geo: [],
  schema: [],
  scenario: ['geo', 'schema'],
  cities: ['geo'],
  analytics: ['geo', 'schema', 'scenario'],
  layers: ['geo', 'schema', 'scenario', 'cities', 'analytics'],
  basemap: ['geo', 'schema', 'cities', 'layers'],
  state: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers'],
  io: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers'],
  services: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers', 'io'],
  report: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers', 'io', 'services'],
  workers: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers', 'basemap', 'io', 'services'],
  scene: ['geo', 'schema', 'scenario', 'cities', 'layers', 'basemap', 'state'],
  ui: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers', 'basemap', 'state', 'io', 'services', 'report', 'workers'],
  app: [
    'geo',
    'schema',
    'scenario',
    'cities',
    'analytics',
    'layers',
    'basemap',
    'state',
    'io',
    'services',
    'report',
    'workers',
    'scene',
    'ui',
  ],
  // Its command line asks what the analysis worker is asked.
  pipeline: ['geo', 'schema', 'scenario', 'cities', 'analytics', 'layers', 'basemap', 'io', 'services', 'report'],
}

/** Of the rooms that a room may import, those from which only types may come. */
export const TYPE_ONLY: Readonly<Record<string, readonly string[]>> = {
  basemap: ['layers'],
  scene: ['basemap'],
}

/** Packages that only some rooms may import. A name stands for its sub-paths; `@scope/` for a scope. */
export const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'cesium': ['scene', 'app'],
  '@cesium/': ['scene', 'app'],
  'resium': ['scene', 'app'],
  'react': ['scene', 'ui', 'app'],
  'react-dom': ['scene', 'ui', 'app'],
  'react-aria-components': ['ui', 'app'],
  'lucide-react': ['ui', 'app'],
  '@observablehq/': ['ui', 'app'],
  '@loaders.gl/': ['io', 'pipeline'],
  'comlink': ['workers', 'app'],
  'node:': ['pipeline'],
  '@gltf-transform/': ['pipeline'],
  'vite': ['pipeline'],
}

/** Names of the network that only these rooms may call. */
export const NETWORK_NAMES: readonly string[] = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']
export const NETWORK_ROOMS: readonly string[] = ['io', 'pipeline']

export const MOST_LINES = 500
/** A folder with more files wants sub-folders. */
export const MOST_FILES = 24
