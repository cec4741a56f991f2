import { CITIES } from '../../cities/index.ts'
import { LANGUAGES, type Language } from '../../cities/city.ts'
import { messagesOf } from '../../ui/context.tsx'
import { loadMessages } from '../../ui/messages/index.ts'
import { COMPACT_QUERY, DARK_QUERY, STACKED_QUERY } from '../../ui/viewport.ts'
import { paintFirst, type FirstTexts } from './paint-first.ts'
import { renderFirstSeam } from './render-first-seam.ts'

/** What stands in the page before the app. Made while the page is built: nothing of this is in the app's script. */
export interface FirstPaintPage {
  readonly title: string
  readonly description: string
  /** Colours of the cities, as rules. */
  readonly accents: string
  readonly frame: string
  /** Shown where scripts are off. */
  readonly noScript: string
  /** Text of a script that puts the frame into the visitor's language and theme. */
  readonly script: string
}

export async function makeFirstPaintPage(): Promise<FirstPaintPage> {
  await Promise.all(LANGUAGES.map(loadMessages))
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textsOf(language)])) as Record<Language, FirstTexts>
  const { en } = texts
  const accents = (theme: 'light' | 'dark') => CITIES.map((city) => `--accent-${city.id}:${city.accent[theme]}`).join(';')
  const device =
    `{languages:navigator.languages,isDark:matchMedia(${quote(DARK_QUERY)}).matches,isCompact:matchMedia(${quote(COMPACT_QUERY)}).matches,` +
    `isStacked:matchMedia(${quote(STACKED_QUERY)}).matches,readKept:(key)=>{try{return localStorage.getItem(key)}catch{return null}}}`
  return {
    title: en.title,
    description: messagesOf('en').text('about.lead', { cities: messagesOf('en').cityNames }),
    accents: `:root{${accents('light')}}:root[data-theme='dark']{${accents('dark')}}`,
    frame: [
      '<div class="first-paint" data-compact="false" data-stacked="false">',
      `<div class="first-bar"><p class="first-mark">${MARK}<span>${messagesOf('en').text('app.name')}</span></p></div>`,
      '<div class="first-views"><div class="first-progress"></div>',
      `<div class="seam" data-single="false">${renderFirstSeam(en.cities, en.share)}</div>`,
      '<p class="first-status" role="status">',
      en.loading,
      '</p></div>',
      '<div class="first-foot"></div></div>',
    ].join(''),
    noScript: LANGUAGES.map((language) => `<p lang="${language}">${messagesOf(language).text('app.noScript')}</p>`).join(''),
    script: `(${paintFirst.toString()})(document,location.search,${device},${JSON.stringify(texts)},${renderFirstSeam.toString()})`,
  }
}

/** As in `ui/top-bar/word-mark.tsx`: two shores that face each other. */
const MARK =
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">' +
  '<path d="M3 20V10l4-3v13M7 20V4l3-2v18M21 20v-7l-3-2v9M18 20V8l-4-4v16" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/>' +
  '<path d="M1 20.5h22" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/></svg>'

function textsOf(language: Language): FirstTexts {
  const { text, cityName, cityNames, share } = messagesOf(language)
  return {
    title: `${text('app.name')} – ${cityNames}`,
    loading: text('app.loading'),
    notStarted: text('app.notStarted'),
    tryAgain: text('app.tryAgain'),
    share: share(0),
    cities: CITIES.map(({ id }) => ({ id, name: cityName(id) })),
  }
}

function quote(value: string): string {
  return JSON.stringify(value)
}
