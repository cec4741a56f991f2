import type { ScenarioTool } from './types.ts'

/** The edit whose shape a tool shows otherwise than it stands; null where none is. */
export function editInHand(tool: ScenarioTool | null): string | null {
  if (tool === null || !('editId' in tool)) return null
  return tool.mode === 'copy' ? null : tool.editId
}
