import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataUrlFromWorker } from '../../src/io/data-url.ts'
import { fetchBytes, fetchRange } from '../../src/io/fetch-file.ts'

const BODY = new Uint8Array(300_000).map((_, index) => index % 251)
let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/data/city/good.parquet') return void response.end(BODY)
    if (request.url === '/data/city/page.parquet') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      return void response.end('<!doctype html>')
    }
    if (request.url === '/data/city/broken.parquet') {
      response.setHeader('Content-Length', BODY.length)
      response.write(BODY.subarray(0, 1000))
      return void setTimeout(() => response.destroy(), 20)
    }
    if (request.url === '/data/city/slow.parquet') return
    response.statusCode = 404
    response.end('nothing')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/city`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a piece arrives, or the whole where the server knows no ranges', async () => {
  expect(await fetchRange(`${origin}/good.parquet`, 5, 8)).toEqual({ bytes: BODY.slice().buffer, isWhole: true })
  await expect(fetchRange(`${origin}/missing.parquet`, 0, 8)).rejects.toThrow(/expected the file, the server answered 404/)
})

test('bytes arrive whole, and progress ends at all of them', async () => {
  const steps: [number, number | null][] = []
  const bytes = await fetchBytes(`${origin}/good.parquet`, undefined, (loaded, total) => steps.push([loaded, total]))
  expect(new Uint8Array(bytes)).toEqual(BODY)
  expect(steps.at(-1)).toEqual([BODY.length, BODY.length])
  expect(steps.every(([loaded], index) => index === 0 || loaded > (steps[index - 1] as [number, number])[0])).toBe(true)
  expect(new Uint8Array(await fetchBytes(`${origin}/good.parquet`))).toEqual(BODY)
})

test('a file that is not there is named with the answer', async () => {
  await expect(fetchBytes(`${origin}/none.parquet?v=1`)).rejects.toThrow('city/none.parquet: expected the file, the server answered 404')
})

test('a web page in place of data is not taken for data', async () => {
  await expect(fetchBytes(`${origin}/page.parquet`)).rejects.toThrow(/^city\/page\.parquet: expected data, .*web page/)
})

test('a transfer that breaks off says so', async () => {
  await expect(fetchBytes(`${origin}/broken.parquet`, undefined, () => {})).rejects.toThrow(
    /^city\/broken\.parquet: the transfer broke off/,
  )
})

test('a server that does not answer at all is named', async () => {
  await expect(fetchBytes('http://127.0.0.1:1/data/city/good.parquet')).rejects.toThrow(/^city\/good\.parquet: could not be fetched/)
})

test('an abort rejects with the reason given', async () => {
  const controller = new AbortController()
  const pending = fetchBytes(`${origin}/slow.parquet`, controller.signal)
  controller.abort(new Error('left the view'))
  await expect(pending).rejects.toThrow('left the view')
})

test.each([
  ['https://twin.example/app/assets/map-worker-1a2b.js', './', 'https://twin.example/app/data/'],
  ['http://localhost:5173/src/workers/map-worker.ts?worker_file', '/', 'http://localhost:5173/data/'],
])('the data of the worker %s with base %s lie at %s', (worker, base, expected) => {
  expect(dataUrlFromWorker(worker, base).href).toBe(expected)
})
