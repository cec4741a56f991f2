import { describe, expect, test } from 'vitest'
import { paintFirst, type FirstDevice, type FirstTexts } from '../../../src/app/first-paint/paint-first.ts'
import { renderFirstSeam } from '../../../src/app/first-paint/render-first-seam.ts'

const textsOf = (language: string): FirstTexts => ({
  title: `title ${language}`,
  loading: `loading ${language}`,
  notStarted: '',
  tryAgain: '',
  share: '0%',
  cities: ['a', 'b', 'c'].map((id) => ({ id, name: `${id}-${language}` })),
})
const TEXTS = { en: textsOf('en'), fi: textsOf('fi') }

/** As much of a page as the script touches. */
function makePage() {
  const make = () => ({ dataset: {} as Record<string, string>, innerHTML: '', textContent: '' })
  const [root, frame, seam, status] = [{ ...make(), lang: '' }, make(), make(), make()]
  const inFrame = { ...frame, querySelector: (selector: string) => (selector === '.seam' ? seam : status) }
  const page = {
    documentElement: root,
    title: '',
    querySelector: () => inFrame,
    getElementById: () => null,
    addEventListener: () => undefined,
  }
  return { page, root, frame: inFrame, seam, status }
}

function paint(search: string, device: Partial<FirstDevice> = {}, kept: Record<string, string> = {}) {
  const made = makePage()
  const whole: FirstDevice = {
    languages: ['sv-FI', 'fi'],
    isDark: true,
    isCompact: false,
    isStacked: true,
    readKept: (key) => kept[key] ?? null,
    ...device,
  }
  paintFirst(made.page as unknown as Document, search, whole, TEXTS, renderFirstSeam)
  const names = [...made.seam.innerHTML.matchAll(/class="seam-name"[^>]*>([^<]+)</g)].map((match) => match[1])
  return {
    language: made.root.lang,
    theme: made.root.dataset['theme'],
    title: made.page.title,
    status: made.status.textContent,
    names,
    single: made.seam.dataset['single'],
    frame: made.frame.dataset,
  }
}

describe('the first paint', () => {
  test.each([
    ['the address first', '?lang=en&theme=light', { 'kaksik.language': 'fi', 'kaksik.theme': 'dark' }, 'en', 'light'],
    ['then what was chosen before', '', { 'kaksik.language': 'en', 'kaksik.theme': 'light' }, 'en', 'light'],
    ['then the browser', '', {}, 'fi', 'dark'],
    ["the browser too where the theme is the device's", '?theme=system', { 'kaksik.theme': 'light' }, 'fi', 'dark'],
    ['nothing that is no choice', '?lang=xx&theme=pink', { 'kaksik.language': '<b>' }, 'fi', 'dark'],
  ])('takes %s', (_, search, kept, language, theme) => {
    expect(paint(search, {}, kept)).toMatchObject({ language, theme, title: `title ${language}`, status: `loading ${language}` })
  })

  test('is English where nobody asks for anything that there is', () => {
    expect(paint('', { languages: ['de'] }).language).toBe('en')
  })

  test('names the cities in the order of their views', () => {
    expect(paint('?lang=en').names).toEqual(['a-en', 'b-en', 'c-en'])
    expect(paint('?lang=en&swap=1').names).toEqual(['c-en', 'b-en', 'a-en'])
    expect(paint('?lang=en&view=b')).toMatchObject({ names: ['b-en'], single: 'true' })
  })

  test('knows how the views stand', () => {
    expect(paint('').frame).toMatchObject({ compact: 'false', stacked: 'true' })
  })
})
