import { measureTool } from '../../../scenario/draw/preview-tool.ts'
import type { ScenarioTool } from '../../../scenario/draw/types.ts'
import { useMessages } from '../../context.tsx'

/** Edge, area and floor area of what is in hand, as they would be. They follow the pointer, so they are not read out by themselves. */
export function ToolFiguresLine({ tool }: { tool: ScenarioTool }) {
  const { text, plural, number } = useMessages()
  const { edgeMetres, squareMetres, floorSquareMetres } = measureTool(tool)
  const figures = [
    edgeMetres === null ? null : { label: text('draw.figure.edge'), value: number(edgeMetres, 1), unit: 'm' },
    squareMetres === null ? null : { label: text('draw.figure.area'), value: number(squareMetres, 0), unit: 'm²' },
    floorSquareMetres === null ? null : { label: text('draw.figure.floorArea'), value: number(floorSquareMetres, 0), unit: 'm²' },
  ].filter((figure) => figure !== null)
  return (
    <>
      {tool.mode === 'draw' ? (
        <span className="visually-hidden" role="status">
          {plural('compare.draw.corners', tool.corners.length)}
        </span>
      ) : null}
      <dl className="tool-figures">
        {figures.map(({ label, value, unit }) => (
          <div key={label} className="tool-figure">
            <dt>{label}</dt>
            <dd>
              {value} <span className="unit">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
