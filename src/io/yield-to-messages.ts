/** Resolves in a new task, after messages that wait already; a timer would wait 4 ms on top. */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    // Set by itself only where the handler is a property.
    port1.start()
    port2.postMessage(null)
  })
}
