import type { StreetClass } from '../../schema/datasets.ts'

/** OpenStreetMap's `highway` values (and OpenMapTiles' classes made from them) to the project's classes. */
const CLASSES: Readonly<Record<string, StreetClass>> = {
  motorway: 'motorway',
  trunk: 'main',
  primary: 'main',
  secondary: 'secondary',
  tertiary: 'secondary',
  residential: 'minor',
  unclassified: 'minor',
  living_street: 'minor',
  pedestrian: 'minor',
  minor: 'minor',
  road: 'minor',
  service: 'service',
  track: 'service',
  footway: 'path',
  path: 'path',
  cycleway: 'path',
  steps: 'path',
  bridleway: 'path',
}

/**
 * The project's street class, or null for what is no street in use: piers, platforms, corridors,
 * lifts, and what is abandoned, planned or under construction.
 */
export function classifyStreet(highway: string): StreetClass | null {
  return CLASSES[highway.replace(/_link$/, '')] ?? null
}
