import { useEffect, useRef, useState } from 'react'
import type { PlotOptions } from '@observablehq/plot'
import { useMessages } from '../context.tsx'
import { useSize } from '../view-frame/use-size.ts'

export type PlotLibrary = typeof import('@observablehq/plot')

interface PlotFigureProps {
  readonly label: string
  readonly height: number
  /** Options for the width that there is; a new function draws anew. */
  readonly makeOptions: (plot: PlotLibrary, width: number) => PlotOptions
  /** Called with the drawn chart, to make its marks answer to keys and pointer. */
  readonly onDrawn?: (chart: SVGSVGElement) => void
}

/** A chart by Observable Plot, which is fetched when the first chart is drawn. */
export function PlotFigure({ label, height, makeOptions, onDrawn }: PlotFigureProps) {
  const { text } = useMessages()
  const frame = useRef<HTMLDivElement>(null)
  const { width } = useSize(frame)
  const [plot, setPlot] = useState<PlotLibrary | 'failed' | null>(null)
  useEffect(() => {
    let isCurrent = true
    import('@observablehq/plot').then((library) => { if (isCurrent) setPlot(library) }, () => { if (isCurrent) setPlot('failed') })
    return () => { isCurrent = false }
  }, [])
  useEffect(() => {
    if (frame.current === null || plot === null || plot === 'failed' || width < 50) return
    const chart = plot.plot({ ...makeOptions(plot, width), width, height }) as unknown as SVGSVGElement
    chart.setAttribute('role', onDrawn === undefined ? 'img' : 'group')
    chart.setAttribute('aria-label', label)
    // Names of groups without a role are no names to a reader.
    for (const group of chart.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
    frame.current.replaceChildren(chart)
    onDrawn?.(chart)
  }, [plot, width, height, label, makeOptions, onDrawn])
  return (
    <>
      <div ref={frame} className="plot-figure" style={{ minHeight: height }} />
      {plot === 'failed' ? <p role="alert">{text('analysis.chartFailed')}</p> : null}
    </>
  )
}
