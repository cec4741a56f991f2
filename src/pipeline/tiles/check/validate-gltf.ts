import type { CheckIssue } from './issue.ts'
import { decompressGlb, type OpenGlb } from './read-glb.ts'

interface ValidatorMessage {
  readonly code: string
  readonly message: string
  readonly severity: number
  readonly pointer?: string
}
interface Validator {
  readonly validateBytes: (bytes: Uint8Array, options: object) => Promise<{ issues: { messages: readonly ValidatorMessage[] } }>
}

/**
 * The validator knows neither EXT_mesh_features nor EXT_structural_metadata nor meshopt: it says so of
 * each, and takes the buffer views of property tables for unused. Our own checks cover them.
 */
const IGNORED = ['UNSUPPORTED_EXTENSION', 'UNUSED_OBJECT']

const WARNING = 1

/**
 * Runs the official glTF validator twice: on the file as it is, and on the same model with
 * EXT_meshopt_compression undone, where it can read every vertex. Errors and warnings are reported.
 */
export async function validateGltf(bytes: Uint8Array, glb: OpenGlb, where: string): Promise<CheckIssue[]> {
  const validator = (await import('gltf-validator' as string)) as Validator
  const issues: CheckIssue[] = []
  for (const [file, form] of [
    [bytes, 'as it is'],
    [decompressGlb(glb), 'decompressed'],
  ] as const) {
    const report = await validator.validateBytes(file, { ignoredIssues: IGNORED, maxIssues: 20, writeTimestamp: false })
    for (const message of report.issues.messages) {
      if (message.severity > WARNING) continue
      issues.push({ check: 'gltf', where: `${where}${message.pointer ?? ''} (${form})`, message: `${message.code}: ${message.message}` })
    }
  }
  return issues
}
