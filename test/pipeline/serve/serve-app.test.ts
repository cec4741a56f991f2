import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFileList } from '../../../src/pipeline/files/file-list.ts'
import { compressFiles } from '../../../src/pipeline/serve/compress-files.ts'
import { serveApp, type RunningServer } from '../../../src/pipeline/serve/serve-app.ts'
import { makeTemporaryFolder } from '../mini-city.ts'

const folder = join(makeTemporaryFolder(), 'dist')
const PAGE = `<!doctype html><title>The page</title>${'<p>text</p>'.repeat(200)}`
const SCRIPT = 'export const answer = 42\n'.repeat(500)
const TILE = Buffer.from('glTF'.repeat(3000))
/** Bytes that no packing makes smaller, as Parquet packed with Zstandard is. */
const TABLE = Buffer.from(
  Uint8Array.from({ length: 10_000 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) ^ (Math.imul(index, index * 40503) >>> 7)),
)
const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': PAGE,
  'assets/app-Ab12.js': SCRIPT,
  'tilesets/a/content/root.glb': TILE,
  'tilesets/a/tileset.json': '{}',
  'data/a/x.parquet': TABLE,
  'large.bin': Buffer.alloc(30_000_000, TABLE),
  'headers.json': JSON.stringify({ page: { 'Content-Security-Policy': 'of pages' }, other: { 'Content-Security-Policy': 'of all else' } }),
}
let server: RunningServer

async function writeSite(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  await compressFiles(folder, `${folder}.none`)
  await writeFileList(folder)
}

beforeAll(async () => {
  await writeSite(FILES)
  server = await serveApp({ folder, host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close())

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A request as it is written, without what `fetch` would do to the path and the body. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}

function unpack({ headers, body }: Reply): Buffer {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body)
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
}

describe('an address', () => {
  test.each(['/', '/index.html', '/?lang=fi&x=/data/y'])('%s is the page, asked for anew each time', async (path) => {
    const reply = await ask(path)
    expect([reply.status, reply.headers['content-type'], reply.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(reply.headers['content-security-policy']).toBe('of pages')
    expect(reply.body.toString()).toBe(PAGE)
  })

  test('with a hash in its name is kept for a year', async () => {
    const { headers, body } = await ask('/assets/app-Ab12.js')
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': 'of all else',
      'x-content-type-options': 'nosniff',
    })
    expect(body.toString()).toBe(SCRIPT)
  })

  test.each([
    '/data/a/missing.parquet',
    '/data/',
    '/data',
    '/tilesets/a/content/missing.glb',
    '/tilesets/b/tileset.json',
    '/assets/app-Cd34.js',
    '/missing',
    '/a/b/',
    '/assets/app-Ab12.js.br',
    '/tilesets/a/content/root.glb.gz',
    '/files.json',
    '/headers.json',
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/',
  ])('%s is not found, and not the page', async (path) => {
    const { status, headers, body } = await ask(path)
    expect([status, headers['content-type'], headers['cache-control'], body.toString()]).toEqual([
      404,
      'text/plain; charset=utf-8',
      'no-cache',
      'Not found.',
    ])
  })

  test('that cannot be decoded, or is written to, is refused', async () => {
    expect((await ask('/%E0%A4%A')).status).toBe(400)
    const { status, headers } = await ask('/', {}, 'POST')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a packed file', () => {
  test.each([
    ['/tilesets/a/content/root.glb', 'gzip, deflate, br', 'br', TILE],
    ['/tilesets/a/content/root.glb', 'gzip', 'gzip', TILE],
    ['/tilesets/a/content/root.glb', 'br;q=0', undefined, TILE],
    ['/assets/app-Ab12.js', 'br', 'br', Buffer.from(SCRIPT)],
    ['/', 'br', 'br', Buffer.from(PAGE)],
    ['/data/a/x.parquet', 'gzip, br', undefined, TABLE],
  ])('%s for %j is sent as %s', async (path, accepted, encoding, content) => {
    const reply = await ask(path, { 'Accept-Encoding': accepted })
    expect(reply.headers['content-encoding']).toBe(encoding)
    expect(Number(reply.headers['content-length'])).toBe(reply.body.length)
    expect(unpack(reply).equals(content)).toBe(true)
    if (encoding !== undefined) expect(reply.body.length).toBeLessThan(content.length)
  })

  test('says that its form depends on the request, in each form; one without forms does not', async () => {
    for (const accepted of ['br', 'gzip', 'identity'])
      expect((await ask('/assets/app-Ab12.js', { 'Accept-Encoding': accepted })).headers.vary).toBe('Accept-Encoding')
    expect((await ask('/data/a/x.parquet')).headers.vary).toBeUndefined()
  })

  test('is refused to who refuses every form', async () => {
    expect((await ask('/assets/app-Ab12.js', { 'Accept-Encoding': '*;q=0' })).status).toBe(406)
  })

  test('is told by HEAD as by GET, without its bytes', async () => {
    for (const accepted of ['br', 'identity']) {
      const [got, told] = [
        await ask('/assets/app-Ab12.js', { 'Accept-Encoding': accepted }),
        await ask('/assets/app-Ab12.js', { 'Accept-Encoding': accepted }, 'HEAD'),
      ]
      const undated = (headers: IncomingHttpHeaders): object => ({ ...headers, date: null })
      expect(undated(told.headers)).toEqual(undated(got.headers))
      expect(told.body.length).toBe(0)
    }
    expect((await ask('/data/missing', {}, 'HEAD')).status).toBe(404)
  })
})

describe('a file that the client has', () => {
  test('is not sent again, in the same form', async () => {
    for (const accepted of ['br', 'gzip', 'identity']) {
      const { headers } = await ask('/tilesets/a/content/root.glb', { 'Accept-Encoding': accepted })
      for (const tag of [headers.etag as string, `W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
        const again = await ask('/tilesets/a/content/root.glb', { 'Accept-Encoding': accepted, 'If-None-Match': tag })
        expect([again.status, again.body.length, again.headers.etag, again.headers.vary]).toEqual([304, 0, headers.etag, 'Accept-Encoding'])
      }
    }
  })

  test('has a tag for each form, and is sent where the tag is another', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (accepted) => (await ask('/', { 'Accept-Encoding': accepted })).headers.etag),
    )
    expect(new Set(tags).size).toBe(3)
    expect((await ask('/', { 'Accept-Encoding': 'br', 'If-None-Match': tags[2] as string })).status).toBe(200)
  })
})

describe('a piece of a file', () => {
  test.each([
    ['bytes=10-19', 10, 20],
    ['bytes=-16', 9_984, 10_000],
    ['bytes=9990-', 9_990, 10_000],
  ])('%s is sent', async (range, from, to) => {
    const { status, headers, body } = await ask('/data/a/x.parquet', { Range: range })
    expect([status, headers['content-range']]).toEqual([206, `bytes ${from}-${to - 1}/10000`])
    expect(body.equals(TABLE.subarray(from, to))).toBe(true)
  })

  test('is cut from the plain bytes also where they are stored packed', async () => {
    const { status, headers, body } = await ask('/tilesets/a/content/root.glb', { 'Range': 'bytes=4-11', 'Accept-Encoding': 'br' })
    expect([status, headers['content-encoding'], headers['content-range'], body.toString()]).toEqual([
      206,
      undefined,
      `bytes 4-11/${TILE.length}`,
      'glTFglTF',
    ])
  })

  test('after the end is refused; several at once are answered with the whole', async () => {
    const beyond = await ask('/data/a/x.parquet', { Range: 'bytes=10000-' })
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10000'])
    expect((await ask('/data/a/x.parquet', { Range: 'bytes=0-1,5-6' })).body.equals(TABLE)).toBe(true)
  })

  test('is sent only of the file that the client knows', async () => {
    const tag = (await ask('/data/a/x.parquet')).headers.etag as string
    expect((await ask('/data/a/x.parquet', { 'Range': 'bytes=0-1', 'If-Range': tag })).status).toBe(206)
    expect((await ask('/data/a/x.parquet', { 'Range': 'bytes=0-1', 'If-Range': '"older"' })).status).toBe(200)
  })
})

test('a client that goes away leaves no file open', async () => {
  const isOurs = (descriptor: string): boolean => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(folder)
    } catch {
      return false
    }
  }
  // Where the system does not list the open files, there is nothing to see.
  const listOpen = (): string[] => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').filter(isOurs) : [])
  await Promise.all(
    Array.from(
      { length: 60 },
      (_, index) =>
        new Promise<void>((resolve) => {
          const sent = request({ host: '127.0.0.1', port: server.port, path: '/large.bin', agent: false }, (response) => response.destroy())
          sent.on('error', () => resolve())
          sent.on('close', () => resolve())
          sent.end()
          if (index % 2 === 0) sent.on('socket', (socket) => socket.on('connect', () => setTimeout(() => sent.destroy(), index / 20)))
        }),
    ),
  )
  await expect.poll(listOpen).toEqual([])
})

test('a port that is taken is passed over, and said where no other may be tried', async () => {
  await expect(serveApp({ folder, host: '127.0.0.1', port: server.port })).rejects.toThrow(/EADDRINUSE/)
  const second = await serveApp({ folder, host: '127.0.0.1', port: server.port, spare: 30 })
  expect(second.port).toBeGreaterThan(server.port)
  await second.close()
})

test('a folder that was not built is said, with what to run', async () => {
  await expect(serveApp({ folder: makeTemporaryFolder(), host: '127.0.0.1', port: 0 })).rejects.toThrow(
    /files\.json is missing or damaged: run "npm run build" first/,
  )
})

test('a folder that is built anew is served anew', async () => {
  await writeSite({ ...FILES, 'index.html': 'A new page' })
  expect((await ask('/')).body.toString()).toBe('A new page')
})
