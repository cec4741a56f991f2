import type { LayerParams, ParamControl, ParamValue } from './layer.ts'

/** The value if the control admits it, otherwise null. Text that reads as a number counts as one. */
export function admitParam(control: ParamControl, raw: unknown): ParamValue | null {
  if (control.kind === 'choice') {
    return control.choices.some((choice) => choice.value === raw) ? (raw as string) : null
  }
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  return value >= control.minimum && value <= control.maximum ? value : null
}

/** Parameters from whatever came in: what a control does not admit falls back to its default. */
export function parseByControls<Params extends LayerParams>(controls: readonly ParamControl[], defaults: Params, raw: unknown): Params {
  if (typeof raw !== 'object' || raw === null) return defaults
  const params: Record<string, ParamValue> = { ...defaults }
  for (const control of controls) {
    if (!Object.hasOwn(raw, control.key)) continue
    const value = admitParam(control, (raw as Record<string, unknown>)[control.key])
    if (value !== null) params[control.key] = value
  }
  return params as Params
}
