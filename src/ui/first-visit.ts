const KEY = 'kaksik.welcomed'

/** Whether this browser has been here before; a browser that keeps nothing counts as new. */
export function wasWelcomed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Remembers that the welcome was read, where the browser allows to remember. */
export function rememberWelcome(): void {
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // A browser that forbids storage shows the welcome again; nothing else depends on it.
  }
}
