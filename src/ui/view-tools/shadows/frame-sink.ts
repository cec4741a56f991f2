/** Takes frame after frame and makes a file of them. */
export interface FrameSink {
  readonly add: (canvas: HTMLCanvasElement, name: string) => Promise<void>
  readonly finish: () => Promise<{ readonly content: Blob; readonly extension: string }>
  /** Drops what was taken. */
  readonly cancel: () => Promise<void>
}

/** Each frame as a picture in an archive; pictures are packed already, so the archive only holds them. */
export async function createPictureSink(): Promise<FrameSink> {
  const { Zip, ZipPassThrough } = await import('fflate')
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error !== null) failure = error
    else chunks.push(chunk)
  })
  return {
    add: async (canvas, name) => {
      const bytes = new Uint8Array(await (await readPng(canvas)).arrayBuffer())
      const file = new ZipPassThrough(`${name}.png`)
      zip.add(file)
      file.push(bytes, true)
      if (failure !== null) throw failure
    },
    finish: () => {
      zip.end()
      return failure === null
        ? Promise.resolve({ content: new Blob(chunks as BlobPart[], { type: 'application/zip' }), extension: 'zip' })
        : Promise.reject(failure)
    },
    cancel: () => {
      zip.terminate()
      return Promise.resolve()
    },
  }
}

function readPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be drawn')) : resolve(blob)), 'image/png')
  })
}

const FRAMES_PER_SECOND = 8

/** Whether this browser has what videos are encoded by. */
export function canEncodeVideo(): boolean {
  return typeof VideoEncoder === 'function'
}

/**
 * Each frame as one frame of a video, of equal length: H.264 in MP4 where the browser has it, else VP9, AV1 or VP8 in WebM.
 *
 * @throws Error where the browser encodes none of them
 */
export async function createVideoSink(size: { readonly width: number; readonly height: number }): Promise<FrameSink> {
  const { BufferTarget, CanvasSource, getFirstEncodableVideoCodec, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat } =
    await import('mediabunny')
  const codec = await getFirstEncodableVideoCodec(['avc', 'vp9', 'av1', 'vp8'], { ...size, quality: QUALITY_HIGH })
  if (codec === null) throw new Error('No video codec')
  const isMp4 = codec === 'avc'
  const target = new BufferTarget()
  const output = new Output({ format: isMp4 ? new Mp4OutputFormat() : new WebMOutputFormat(), target })
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH })
  output.addVideoTrack(source, { frameRate: FRAMES_PER_SECOND })
  await output.start()
  let frames = 0
  return {
    add: async (picture) => {
      canvas.getContext('2d')?.drawImage(picture, 0, 0)
      await source.add(frames++ / FRAMES_PER_SECOND, 1 / FRAMES_PER_SECOND)
    },
    finish: async () => {
      await output.finalize()
      if (target.buffer === null) throw new Error('The video is empty')
      return { content: new Blob([target.buffer], { type: isMp4 ? 'video/mp4' : 'video/webm' }), extension: isMp4 ? 'mp4' : 'webm' }
    },
    cancel: () => output.cancel(),
  }
}
