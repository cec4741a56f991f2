import type { Cesium3DTileset } from '@cesium/engine'

/** Memory of all views together for buildings. */
export const MEMORY_BUDGET_BYTES = 512 * 1024 * 1024

/** See-through, so that the page paints the sky; the engine's own edges come from multisampling. */
export const CONTEXT_OPTIONS = {
  webgl: { alpha: true, antialias: false, powerPreference: 'high-performance' as const, preserveDrawingBuffer: false },
}

/** Buildings are unlit: no reflections of a sky are computed for them. */
export const ENVIRONMENT_MAP_OPTIONS = { enabled: false }

/** Nor is the table of what shiny surfaces reflect: it takes a processor seconds, before the first building is drawn. */
export function leaveOutReflections(tileset: Cesium3DTileset): void {
  // Not in the engine's types.
  ;(tileset.imageBasedLighting as unknown as { update: () => void }).update = () => {}
}

/** No graphics card: the first frames are drawn light, before any of them was timed. */
export const IS_SOFTWARE_RENDERED = isSoftwareRendered()

/** Whether WebGL is drawn by the processor, by the name that the driver gives itself. */
function isSoftwareRendered(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  if (context === null) return false
  const information = context.getExtension('WEBGL_debug_renderer_info')
  const renderer = information === null ? '' : String(context.getParameter(information.UNMASKED_RENDERER_WEBGL))
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return /swiftshader|llvmpipe|software/i.test(renderer)
}
