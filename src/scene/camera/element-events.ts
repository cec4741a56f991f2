/** Listens to an event. @returns what ends it. */
export function listen(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener)
  return () => target.removeEventListener(type, listener)
}

/** Long enough for a view to be drawn at its new size. */
const RESIZED_MILLISECONDS = 250

/** Calls back once an element has kept a new size for a moment. @returns what ends it. */
export function watchSize(element: HTMLElement, onResized: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(onResized, RESIZED_MILLISECONDS)
  })
  observer.observe(element)
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}
