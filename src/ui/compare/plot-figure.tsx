import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { PlotOptions } from '@observablehq/plot'
import { LoadFailure } from '../common/load-failure.tsx'
import { useLoaded } from '../common/use-loaded.ts'
import { useMessages } from '../context.tsx'
import { useSize } from '../view-frame/use-size.ts'

export type PlotLibrary = typeof import('@observablehq/plot')

interface PlotFigureProps {
  readonly label: string
  /** In CSS pixels, or all that the drawer has left. */
  readonly height: number | 'fill'
  /** Options for the width that there is; a new function draws anew. */
  readonly makeOptions: (plot: PlotLibrary, width: number) => PlotOptions
  /** Called with the drawn chart, to make its marks answer to keys and pointer. */
  readonly onDrawn?: (chart: SVGSVGElement) => void
}

const LEAST_FILL = 220
const MOST_FILL = 720
/** A line of text stands below the chart. */
const LEFT_BELOW = 48

/** From the top of an element to the foot of the drawer around it. */
function useRoomBelow(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const body = element.current?.closest('.compare-body')
    if (body == null) return
    const observer = new ResizeObserver(() => {
      const { top } = element.current?.getBoundingClientRect() ?? { top: 0 }
      setRoom(Math.floor(body.clientHeight - (top - body.getBoundingClientRect().top + body.scrollTop) - LEFT_BELOW))
    })
    observer.observe(body)
    return () => observer.disconnect()
  }, [element])
  return room
}

/** A chart by Observable Plot, which is fetched when the first chart is drawn. */
export function PlotFigure({ label, height: wanted, makeOptions, onDrawn }: PlotFigureProps) {
  const { text } = useMessages()
  const frame = useRef<HTMLDivElement>(null)
  const { width } = useSize(frame)
  const room = useRoomBelow(frame)
  const height = wanted === 'fill' ? Math.max(LEAST_FILL, Math.min(MOST_FILL, room)) : wanted
  const loaded = useLoaded('plot', () => import('@observablehq/plot'))
  const plot = loaded.value
  useEffect(() => {
    if (frame.current === null || plot === null || width < 50) return
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
      {loaded.status === 'failed' ? <LoadFailure says={text('compare.chartFailed')} onRetry={loaded.retry} /> : null}
    </>
  )
}
