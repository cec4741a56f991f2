import { dirname, sep } from 'node:path'
import { ReportArgumentError, type ReportRequest } from '../../report/request.ts'
import type { ReportEffects, Target } from './effects.ts'

/** The words of the system for what keeps a file from being written. */
const OBSTACLES: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that is read-only',
  ENOSPC: 'there is no room left on it',
  EDQUOT: 'your share of it is used up',
  ENAMETOOLONG: 'the name is too long',
  ENOTDIR: 'a file stands where a folder should',
}

/** Folders of the repository that hold what reports are made from. */
const KEPT_FOLDERS = ['data', 'tilesets']

/**
 * Everything that would keep a report from being written is reported before minutes of work: a folder that is not there, a
 * target that is no regular file, that may not be written or has no room, and a file that the report itself is made from.
 *
 * @param root the folder of the repository, without links
 * @throws ReportArgumentError with one sentence for each
 */
export async function checkTargets({ question, output }: ReportRequest, root: string, effects: ReportEffects): Promise<void> {
  const problems: string[] = []
  const inputs = new Set<string>()
  if (question.kind === 'measures' && question.zones.kind === 'area-file') {
    const { realPath } = await effects.inspectTarget(question.zones.path)
    if (realPath !== null) inputs.add(realPath)
  }
  const sidecar = output.sidecarPath ?? (output.path === null ? null : `${output.path}.provenance.json`)
  for (const [option, path] of [
    ['out', output.path],
    ['sidecar', sidecar === '-' ? null : sidecar],
  ] as const) {
    if (path === null) continue
    const problem = describeProblem(path, await effects.inspectTarget(path), inputs, root)
    if (problem !== null) problems.push(`--${option} ${path}: ${problem}.`)
    // The file beside it has the same problem.
    if (problem !== null && output.sidecarPath === null) break
  }
  if (problems.length > 0) throw new ReportArgumentError(problems)
}

function describeProblem(path: string, { kind, realPath, obstacle }: Target, inputs: ReadonlySet<string>, root: string): string | null {
  if (realPath === null) return `expected a file in a folder that exists, but ${dirname(path)} does not`
  if (kind === 'folder') return 'expected a file, but it is a folder'
  if (kind === 'link') return 'expected a regular file, but it is a symbolic link; name the file that it leads to'
  if (kind === 'device')
    return 'expected a regular file, but it is a device, a pipe or a socket; standard output is where reports go without --out'
  if (inputs.has(realPath)) return 'expected another file than the one of --area, which the report is made from'
  const kept = KEPT_FOLDERS.find((folder) => realPath.startsWith(`${root}${sep}${folder}${sep}`))
  if (kept !== undefined) return `expected a file outside ${kept}/, which reports are made from`
  return obstacle === null ? null : `the file cannot be written: ${OBSTACLES[obstacle] ?? obstacle}`
}
