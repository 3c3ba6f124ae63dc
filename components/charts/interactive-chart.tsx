'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useState } from 'react'
import { Crosshair } from './crosshair'
import type { Drawing } from './drawing'
import { daysBetween } from './placement'
import { Plot } from './plot'
import { usePointing } from './use-pointer'

export type LiveProps = {
  readonly drawing: Drawing
  readonly select: string
  readonly root: RefObject<HTMLElement | null>
}

const day = (t: number): string => new Date(t * 1000).toISOString().slice(0, 10)

/** The interactive chart, over the server's picture to the pixel: same model, same ticks, same colours, same words. */
export function Live({ drawing, select, root }: LiveProps) {
  const { model, hover } = drawing
  const { frame } = model
  const router = useRouter()
  const [scale, setScale] = useState(() => (root.current?.clientWidth ?? frame.width) / frame.width)
  useEffect(() => {
    const measure = () => setScale((root.current?.clientWidth ?? frame.width) / frame.width)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [frame.width, root])

  const { at, drag } = usePointing(root, hover, scale, (a, b) => {
    const days = daysBetween(model, a, b)
    if (days)
      router.push(select.replace('2015-07-30', day(days[0])).replace('2015-07-31', day(days[1])), { scroll: false })
  })
  return (
    <div
      data-live={model.slug}
      className="absolute top-0 left-0 origin-top-left touch-pan-y select-none"
      style={{ width: frame.width, height: frame.height, transform: `scale(${scale})` }}
    >
      <Plot drawing={drawing} drag={drag} />
      <Crosshair hover={hover} frame={frame} at={at} />
    </div>
  )
}
