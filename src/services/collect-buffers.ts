/**
 * The buffers of every typed array within plain objects and arrays, each once: what may be moved to
 * another thread and not copied. Only for values that nobody keeps: a moved buffer is empty here.
 */
export function collectBuffers(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const visit = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return
    if (ArrayBuffer.isView(each)) {
      if (each.buffer instanceof ArrayBuffer) buffers.add(each.buffer)
    } else if (Array.isArray(each)) {
      // Lists of texts are long and hold no buffer: the first element speaks for all.
      if (typeof each[0] === 'object') for (const element of each) visit(element)
    } else for (const element of Object.values(each)) visit(element)
  }
  visit(value)
  return [...buffers]
}
