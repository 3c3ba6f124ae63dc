'use client'

import { useRouter } from 'next/navigation'
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import type { ChartDrawing } from '@/lib/charts/render/drawing'
import type { InteractiveChartProps } from './interactive-chart'

type LazyInteractiveChartProps = {
  /** The chart's data document; with `frame` it answers what the interactive chart draws from. */
  readonly drawing: string
  /** The address of two days of one's own, with placeholders for them. */
  readonly select: string
  readonly words: { readonly label: string; readonly failed: string }
  /** The server's SVG, one for each size. */
  readonly children: React.ReactNode
}

type Loaded = {
  readonly InteractiveChart: ComponentType<InteractiveChartProps>
  readonly drawing: ChartDrawing
  readonly frame: string
}

const frameIn = (root: HTMLElement): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>('[data-frame]')].find((each) => each.getClientRects().length > 0)

const load = async (address: string, frame: string): Promise<Loaded> => {
  const url = `${address}${address.includes('?') ? '&' : '?'}frame=${frame}`
  const [{ InteractiveChart }, answer] = await Promise.all([import('./interactive-chart'), fetch(url)])
  if (!answer.ok) throw new Error(`The drawing was refused: ${answer.status}.`)
  // safe: our own server's answer, of this very build
  return { InteractiveChart, drawing: (await answer.json()) as ChartDrawing, frame }
}

/** Stands still until a reader reaches for the chart; then the interactive one takes the place of the picture. */
export function LazyInteractiveChart({ drawing, select, words, children }: LazyInteractiveChartProps) {
  const root = useRef<HTMLFieldSetElement>(null)
  const asked = useRef('')
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  // where the chart was reached for, so that the first tap has its crosshair too
  const reached = useRef<number | null>(null)
  const router = useRouter()

  const reach = useCallback(() => {
    const frame = root.current && frameIn(root.current)?.dataset.frame
    if (!frame || asked.current === frame) return
    asked.current = frame
    const isWanted = () => asked.current === frame
    load(drawing, frame).then(
      (found) => {
        // the window may show another frame by now
        if (!isWanted()) return
        setFailed(false)
        setLoaded(found)
      },
      () => {
        if (!isWanted()) return
        asked.current = ''
        setFailed(true)
      },
    )
  }, [drawing])

  useEffect(() => {
    // another frame is another drawing: the picture stands until the reader reaches for it again
    const onResize = () => {
      if (root.current === null || frameIn(root.current)?.dataset.frame === asked.current) return
      asked.current = ''
      setLoaded(null)
    }
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])

  useEffect(() => {
    const element = root.current
    // a label's link leads to the state without its series: without leaving the place on the page
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('[data-labels] a') : null
      const address = link?.getAttribute('href')
      if (!address || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      router.push(address, { scroll: false })
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [router])

  useEffect(() => {
    for (const frame of root.current?.querySelectorAll('[data-frame]') ?? [])
      frame.classList.toggle('invisible', loaded !== null && frame.getAttribute('data-frame') === loaded.frame)
  }, [loaded])

  return (
    <fieldset
      ref={root}
      aria-label={words.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move through the readings
      tabIndex={0}
      // a picture that comes to stand under a resting pointer is not entered: it is moved over
      onPointerMove={(event) => {
        reached.current = event.clientX
        if (!failed) reach()
      }}
      onPointerDown={(event) => {
        reached.current = event.clientX
        reach()
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') reached.current = null
      }}
      onPointerCancel={() => {
        reached.current = null
      }}
      onFocus={reach}
      className="relative min-w-0"
    >
      {children}
      {loaded ? (
        <loaded.InteractiveChart drawing={loaded.drawing} select={select} root={root} reached={reached.current} />
      ) : null}
      {failed ? <p className="text-small text-warn">{words.failed}</p> : null}
    </fieldset>
  )
}
