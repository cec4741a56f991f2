import type { Scene } from '@cesium/engine'

/** Takes a picture of a city as its view shows it, without what lies over it. */
type TakePicture = () => Promise<HTMLCanvasElement>

/** A view that still loads after so long is taken as it is. */
const MOST_WAIT_MILLISECONDS = 20_000
/** What is set now shows in the next frame or the one after. */
const LEAST_FRAMES = 3

/** A view at rest is still asked for a frame now and then: what has come meanwhile shows in it. */
const TICKS_PER_FRAME = 20

const cameras = new Map<string, TakePicture>()

/**
 * A picture of a city's view once nothing moves or loads in it, as sharp as it is on screen. Rejects where the city
 * does not show.
 */
export function takeCityPicture(cityId: string): Promise<HTMLCanvasElement> {
  return cameras.get(cityId)?.() ?? Promise.reject(new Error(`No view of ${cityId} shows`))
}

/** Lets pictures of a view be taken until the returned function is called. */
export function publishCamera(
  cityId: string,
  scene: Pick<Scene, 'canvas' | 'postRender' | 'requestRender'>,
  isSettled: () => boolean,
): () => void {
  const take: TakePicture = () =>
    new Promise((resolve, reject) => {
      const until = performance.now() + MOST_WAIT_MILLISECONDS
      let frames = 0
      let ticks = 0
      let hasSettled = false
      const end = scene.postRender.addEventListener(() => {
        frames += 1
        const isReady = hasSettled || (frames >= LEAST_FRAMES && performance.now() > until)
        if (!isReady) return
        end()
        clearInterval(timer)
        try {
          // Here and now: once the frame is shown, the browser forgets what was drawn.
          resolve(copyCanvas(scene.canvas))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
      // Nothing is drawn while nothing changes; a view that does not show is never drawn.
      const timer = setInterval(() => {
        if (performance.now() > until + MOST_WAIT_MILLISECONDS) {
          end()
          clearInterval(timer)
          reject(new Error(`The view of ${cityId} was not drawn`))
          return
        }
        // Between frames: within one, the frame itself is not drawn yet, and so nothing would ever count as settled.
        hasSettled = frames >= LEAST_FRAMES && isSettled()
        // A frame asked for while another is being drawn would keep the view from coming to rest.
        if (hasSettled || frames < LEAST_FRAMES || ticks++ % TICKS_PER_FRAME === 0) scene.requestRender()
      }, 50)
    })
  cameras.set(cityId, take)
  return () => {
    if (cameras.get(cityId) === take) cameras.delete(cityId)
  }
}

function copyCanvas(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  const context = copy.getContext('2d')
  if (context === null) throw new Error('No canvas to draw on')
  paintSky(context, canvas)
  context.drawImage(canvas, 0, 0)
  return copy
}

/** The sky is the ground of the page behind the view (see scene.css), which no canvas holds. */
function paintSky(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement): void {
  const style = getComputedStyle(canvas)
  const read = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback
  const horizon = Number.parseFloat(read('--horizon-height', '60%')) / 100
  const clamp = (share: number): number => Math.min(1, Math.max(0, share))
  const sky = context.createLinearGradient(0, canvas.height, 0, 0)
  sky.addColorStop(clamp(horizon), read('--sky-horizon', '#e6ecee'))
  sky.addColorStop(clamp(horizon + 0.45), read('--sky-top', '#b7cbd8'))
  context.fillStyle = sky
  context.fillRect(0, 0, canvas.width, canvas.height)
}
