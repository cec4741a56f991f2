import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { MessageKey } from '../messages/index.ts'

/** A part of what the interface offers for scenarios; the lists of them say where it shows. */
export interface ScenarioPart {
  readonly id: string
  readonly labelKey: MessageKey
  readonly Content: ComponentType
}

/** A part with a picture of its own: a tab of the panel, or a way to add edits. */
export interface ScenarioTool extends ScenarioPart {
  readonly icon: LucideIcon
}
