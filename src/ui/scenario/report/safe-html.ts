/** HTML of which every value was escaped; made by `html` alone. */
export interface SafeHtml {
  readonly safe: string
}

type Value = string | number | SafeHtml | readonly SafeHtml[] | null

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** HTML as it is written, every value in it as text: markup in a name stays text, in attributes too. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): SafeHtml {
  return { safe: parts.reduce((text, part, index) => text + writeValue(values[index - 1] ?? null) + part) }
}

function writeValue(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
  return 'safe' in value ? value.safe : value.map(({ safe }) => safe).join('')
}

/** JSON for an element of script that no browser runs: nothing in it can end the element. */
export function jsonScript(id: string, text: string): SafeHtml {
  return {
    safe: `<script type="application/json" id="${id.replace(/[^\w-]/g, '')}">${text.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>`,
  }
}
