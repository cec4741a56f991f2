/** An element as far as a service's answer needs one: names without their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Text directly inside, entities resolved, trimmed. */
  readonly text: string
}

const MOST_ELEMENTS = 300_000
const DEEPEST = 100

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Either a whole construct that holds no elements, or a tag. Quoted values may hold `>`. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?)([^\s/>"'<=]+)((?:\s+[^\s=/>"'<]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/gy
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads XML without a browser: a worker has no parser. Knows elements, attributes, text and CDATA.
 * Entities beyond the five of XML are never resolved, and a document that defines its own is refused:
 * nothing can grow, and nothing is fetched.
 *
 * @throws Error saying at which character the text stops being well formed
 */
export function readXml(text: string): XmlElement {
  const root = open('', {})
  const stack: Draft[] = [root]
  let at = text.startsWith('\ufeff') ? 1 : 0
  let count = 0
  while (at < text.length) {
    const parent = stack.at(-1) as Draft
    const next = text.indexOf('<', at)
    if (next < 0) {
      if (text.slice(at).trim() !== '') throw new Error(`text after the end, at character ${at}`)
      break
    }
    if (next > at) parent.text += resolveEntities(text.slice(at, next))
    TOKEN.lastIndex = next
    const token = TOKEN.exec(text)
    if (token === null) throw new Error(`no tag at character ${next}`)
    at = TOKEN.lastIndex
    const [, cdata, closes, name, attributes, isEmpty] = token
    if (cdata !== undefined) parent.text += cdata
    if (name === undefined) continue
    if (closes === '/') {
      if (stack.length === 1 || parent.fullName !== name) throw new Error(`</${name.slice(0, 40)}> closes nothing, at character ${next}`)
      parent.text = parent.text.trim()
      stack.pop()
      continue
    }
    if (++count > MOST_ELEMENTS) throw new Error(`more than ${MOST_ELEMENTS} elements`)
    const element = open(name, readAttributes(attributes ?? ''))
    parent.children.push(element)
    if (isEmpty !== '/') stack.push(element)
    if (stack.length > DEEPEST) throw new Error(`more than ${DEEPEST} levels`)
  }
  const [top] = root.children
  if (stack.length > 1 || top === undefined || root.children.length > 1)
    throw new Error(`the text ends inside of <${(stack.at(-1) as Draft).fullName.slice(0, 40)}>`)
  return top
}

/** Every element of a name, at any depth, in the order of the text. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const own = element.name === name ? [element] : []
  return [...own, ...element.children.flatMap((child) => findAll(child, name))]
}

/** Text of the first child of a name; empty where there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? ''
}

interface Draft extends XmlElement {
  readonly fullName: string
  readonly children: Draft[]
  text: string
}

function open(fullName: string, attributes: Readonly<Record<string, string>>): Draft {
  return { name: fullName.slice(fullName.indexOf(':') + 1), fullName, attributes, children: [], text: '' }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    attributes[(name as string).slice((name as string).indexOf(':') + 1)] = resolveEntities(double ?? single ?? '')
  }
  return attributes
}

function resolveEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
