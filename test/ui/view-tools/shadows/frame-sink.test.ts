import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { canEncodeVideo, createPictureSink } from '../../../../src/ui/view-tools/shadows/frame-sink.ts'

test('the archive holds a picture a frame, byte for byte', async () => {
  const sink = await createPictureSink()
  const fake = (text: string) => ({ toBlob: (take: (blob: Blob) => void) => take(new Blob([text])) }) as unknown as HTMLCanvasElement
  await sink.add(fake('first'), '2026-06-21-0900')
  await sink.add(fake('second'), '2026-06-21-0930')
  const { content, extension } = await sink.finish()
  const files = unzipSync(new Uint8Array(await content.arrayBuffer()))
  expect(extension).toBe('zip')
  expect(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['2026-06-21-0900.png', 'first'],
    ['2026-06-21-0930.png', 'second'],
  ])
})

test('a browser without WebCodecs is told apart', () => {
  expect(canEncodeVideo()).toBe(false)
})
