import { expect, test } from 'vitest'
import { addHost, dropHost, HOSTS_KEY, readHosts, readReach } from '../../src/io/online/page-reach.ts'
import { writePolicy } from '../../src/app/write-policy.ts'

/** A page of one element, as much as the script touches. */
function policyOf(kept: string | null): string {
  const attributes: Record<string, string> = {}
  const meta = {
    setAttribute: (name: string, value: string) => {
      attributes[name] = value
    },
  }
  let appended = 0
  const page = {
    createElement: () => meta,
    head: {
      appendChild: () => {
        appended++
      },
    },
  } as unknown as Document
  writePolicy(page, kept, "'self' https://known.example", "'self'")
  expect(appended).toBe(1)
  expect(attributes).toMatchObject({ 'http-equiv': 'Content-Security-Policy', 'data-policy': 'reach' })
  return attributes['content'] as string
}

const NOTHING_MORE = "connect-src 'self' https://known.example ; img-src 'self' "

test('what the user let in stands in both directives', () => {
  expect(policyOf('["https://a.example","http://127.0.0.1:8080"]')).toBe(
    "connect-src 'self' https://known.example https://a.example http://127.0.0.1:8080; img-src 'self' https://a.example http://127.0.0.1:8080",
  )
})

test.each([
  null,
  '',
  '[]',
  '{}',
  'null',
  '[1,null,{}]',
  '["https://a.example; script-src *"]',
  '["https://*"]',
  '["*"]',
  '["https:"]',
  '["https://a.example/path"]',
  '["javascript:alert(1)"]',
  '["https://a.example https://b.example"]',
  '["https://user@a.example"]',
  '["data:"]',
  '["\'unsafe-eval\'"]',
  '["https://a.example\\n"]',
  '["HTTPS://A.example"]',
  '[',
])('nothing more is allowed by %s', (kept) => {
  expect(policyOf(kept)).toBe(NOTHING_MORE)
})

test('at most twelve hosts are let in', () => {
  const hosts = Array.from({ length: 30 }, (_, index) => `https://h${index}.example`)
  expect(policyOf(JSON.stringify(hosts)).match(/https:\/\/h\d+/g)).toHaveLength(24)
})

test('the storage keeps origins only, the newest twelve, and the page knows whom it may reach', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value)
    },
  }
  for (let index = 0; index < 15; index++) addHost(storage, `https://h${index}.example`)
  addHost(storage, 'https://h5.example')
  expect(readHosts(storage)).toHaveLength(12)
  expect(readHosts(storage).at(-1)).toBe('https://h5.example')
  dropHost(storage, 'https://h5.example')
  expect(readHosts(storage)).not.toContain('https://h5.example')
  kept.set(HOSTS_KEY, '["https://a.example; x", 3, "https://b.example"]')
  expect(readHosts(storage)).toEqual(['https://b.example'])
  const content = policyOf(kept.get(HOSTS_KEY) as string)
  const page = { querySelector: () => ({ getAttribute: () => content }) } as unknown as Document
  expect(readReach(page)).toEqual(['https://known.example', 'https://b.example'])
  expect(readReach({ querySelector: () => null })).toEqual([])
})
