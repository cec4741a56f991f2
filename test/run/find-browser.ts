import { execFileSync, spawnSync, type ExecFileSyncOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs on the path that drive the same engine, best first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
/** Where they stand on systems that do not put them on the path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const INSTALL_COMMAND = 'sudo apt-get update && sudo apt-get install -y chromium'

export interface BrowserQuery {
  /** `KAKSIK_BROWSER`: the browser to use, whatever else there is. */
  readonly chosen: string | undefined
  /** The `PATH` variable. */
  readonly searchPath: string
  /** Whether a program starts. Ubuntu's `chromium-browser` exists even where it only says to use snap. */
  readonly works: (program: string) => boolean
}

/** Path of a browser to test with; null where there is none. Throws where the chosen one does not work. */
export function findBrowser({ chosen, searchPath, works }: BrowserQuery): string | null {
  if (chosen !== undefined && chosen !== '') {
    if (works(chosen)) return chosen
    throw new Error(`KAKSIK_BROWSER names ${chosen}, which does not start.`)
  }
  const onPath = NAMES.flatMap((name) => searchPath.split(delimiter).map((folder) => join(folder, name)))
  return [...onPath, ...PLACES].find((program) => works(program)) ?? null
}

/** Whether the program exists and prints its version. */
function startsProgram(program: string): boolean {
  if (!existsSync(program)) return false
  // Windows browsers open a window instead of telling their version.
  if (process.platform === 'win32') return true
  return spawnSync(program, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}

/** A browser to test with; installs Debian's Chromium where that can be done unasked. Throws else. */
export function ensureBrowser(log: (line: string) => void): string {
  const query = { chosen: process.env.KAKSIK_BROWSER, searchPath: process.env.PATH ?? '', works: startsProgram }
  const found = findBrowser(query)
  if (found !== null) return found
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (canInstall) {
    log('No browser found: installing Chromium …')
    const options: ExecFileSyncOptions = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    try {
      execFileSync('apt-get', ['update'], options)
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
    }
    const installed = findBrowser(query)
    if (installed !== null) return installed
  }
  throw new Error(
    `No Chromium, Chrome or Edge found. On Debian and Ubuntu:\n\n    ${INSTALL_COMMAND}\n\nElsewhere set KAKSIK_BROWSER to the program's path.`,
  )
}
