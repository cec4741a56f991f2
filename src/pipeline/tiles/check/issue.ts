/** Which of the checks found something. */
export const CHECKS = [
  'tileset-schema',
  'geometric-error',
  'content-files',
  'gltf',
  'bounding-volume',
  'alignment',
  'property-table',
  'feature-ids',
  'buildings',
  'build-record',
  'file-hashes',
  'data',
] as const
export type CheckName = (typeof CHECKS)[number]

/** One thing that is wrong with a built tileset. Every issue is an error. */
export interface CheckIssue {
  readonly check: CheckName
  /** File and place within it. */
  readonly where: string
  /** One sentence for a person. */
  readonly message: string
}
