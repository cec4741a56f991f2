import type { FirstCity, renderFirstSeam } from './render-first-seam.ts'

/** What the first paint says, by language. */
export interface FirstTexts {
  readonly title: string
  readonly loading: string
  readonly notStarted: string
  readonly tryAgain: string
  /** No progress yet. */
  readonly share: string
  readonly cities: readonly FirstCity[]
}

/** What the page tells of the visitor; a test gives its own. */
export interface FirstDevice {
  readonly languages: readonly string[]
  readonly isDark: boolean
  readonly isCompact: boolean
  readonly isStacked: boolean
  /** Reads what was kept at an earlier visit; null where nothing was, or storage is closed. */
  readonly readKept: (key: string) => string | null
}

/**
 * Puts the frame that the page came with into the right language, theme and order, before it is first painted:
 * as the address says, else as was chosen at an earlier visit, else as the browser prefers. Runs as text, after
 * the frame and before any module: it may use nothing but its arguments.
 */
export function paintFirst(
  page: Document,
  search: string,
  device: FirstDevice,
  texts: Readonly<Record<string, FirstTexts>>,
  render: typeof renderFirstSeam,
): void {
  const query = new URLSearchParams(search)
  const pick = (known: readonly string[], ...wanted: readonly (string | null)[]): string | undefined =>
    wanted.find((each): each is string => each !== null && known.includes(each))
  const preferred = device.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '')
  const language = pick(Object.keys(texts), query.get('lang'), device.readKept('kaksik.language'), ...preferred) ?? 'en'
  const theme = pick(['system', 'light', 'dark'], query.get('theme'), device.readKept('kaksik.theme'))
  const text = texts[language]
  const frame = page.querySelector<HTMLElement>('.first-paint')
  if (text === undefined || frame === null) return

  const root = page.documentElement
  root.lang = language
  root.dataset['theme'] = theme === 'light' || theme === 'dark' ? theme : device.isDark ? 'dark' : 'light'
  page.title = text.title
  frame.dataset['compact'] = String(device.isCompact)
  frame.dataset['stacked'] = String(device.isStacked)
  const [first, ...others] = text.cities
  const [last, ...earlier] = others.slice().reverse()
  const single = text.cities.filter(({ id }) => id === query.get('view'))
  const all = query.get('swap') === '1' && first !== undefined && last !== undefined ? [last, ...earlier, first] : text.cities
  const shown = single.length > 0 ? single : all
  const seam = frame.querySelector<HTMLElement>('.seam')
  if (seam !== null) {
    seam.dataset['single'] = String(shown.length === 1)
    seam.innerHTML = render(shown, text.share)
  }
  const status = frame.querySelector('.first-status')
  if (status !== null) status.textContent = text.loading

  // The language's texts are asked for beside the app's script, not after it.
  const file = (JSON.parse(page.getElementById('root')?.dataset['texts'] ?? '{}') as Record<string, string>)[language]
  if (file !== undefined) {
    const link = page.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    link.crossOrigin = ''
    page.head.append(link)
  }
  // A script of the app that does not come says so here: nothing else is there that could.
  page.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof Element) || target.tagName !== 'SCRIPT' || !frame.isConnected || status === null) return
      const again = page.createElement('a')
      again.href = ''
      again.textContent = text.tryAgain
      status.className = 'first-status first-failure'
      status.setAttribute('role', 'alert')
      status.replaceChildren(`${text.notStarted} `, again)
    },
    true,
  )
}
