'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useState } from 'react'
import type { ChartDrawing } from '@/lib/charts/render/drawing'
import { Crosshair } from './crosshair'
import { Plot } from './plot'
import { daysBetween } from './recharts-rows'
import { usePointer } from './use-pointer'

export type InteractiveChartProps = {
  readonly drawing: ChartDrawing
  readonly select: string
  readonly root: RefObject<HTMLElement | null>
  /** Where on the screen the chart was reached for; null: by keyboard, or the pointer has left. */
  readonly reached: number | null
}

const day = (t: number): string => new Date(t * 1000).toISOString().slice(0, 10)

/** The interactive chart, over the server's picture to the pixel: same layout, same ticks, same colours, same words. */
export function InteractiveChart({ drawing, select, root, reached }: InteractiveChartProps) {
  const { layout, readings } = drawing
  const { size } = layout
  const router = useRouter()
  const [scale, setScale] = useState(() => (root.current?.clientWidth ?? size.width) / size.width)
  useEffect(() => {
    const measure = () => setScale((root.current?.clientWidth ?? size.width) / size.width)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [size.width, root])

  const { at, drag } = usePointer(root, readings, { scale, reached }, (a, b) => {
    const days = daysBetween(layout, a, b)
    if (days)
      router.push(select.replace('2015-07-30', day(days[0])).replace('2015-07-31', day(days[1])), { scroll: false })
  })
  return (
    <div
      data-live={layout.slug}
      className="absolute top-0 left-0 origin-top-left touch-pan-y select-none **:outline-none"
      style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
    >
      <Plot layout={layout} drag={drag} />
      <Crosshair readings={readings} size={size} at={at} />
    </div>
  )
}
