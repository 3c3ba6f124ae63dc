import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CrosshairReadings } from '@/lib/charts/layout/crosshair-readings'

/** The reading nearest to a pixel; −1 where there is none. */
export const nearestIndex = (places: readonly number[], px: number): number => {
  let [low, high] = [0, places.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (((places[middle] ?? 0) + (places[middle + 1] ?? 0)) / 2 < px) low = middle + 1
    else high = middle
  }
  return places.length === 0 ? -1 : low
}

/** Where the reading is that a key leads to; null: nowhere; undefined: not a key of ours. */
export const indexAfterKey = (key: string, at: number | null, count: number): number | null | undefined => {
  if (count === 0) return undefined
  const now = at ?? count - 1
  if (key === 'ArrowLeft') return at === null ? now : Math.max(0, now - 1)
  if (key === 'ArrowRight') return Math.min(count - 1, now + 1)
  if (key === 'PageUp') return Math.max(0, now - 10)
  if (key === 'PageDown') return Math.min(count - 1, now + 10)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return key === 'Escape' ? null : undefined
}

/** A drag shorter than this is a click. */
const DRAG = 12

type Pointer = { readonly at: number | null; readonly drag: readonly [number, number] | null }

type Place = {
  /** Pixels of the screen for one of the layout. */
  readonly scale: number
  /** Where on the screen the pointer was when the chart came to stand. */
  readonly reached: number | null
}

/**
 * Which reading the pointer or the keyboard is at, and the stretch a mouse is dragging over, in the layout's pixels.
 * A tap pins the reading until a tap elsewhere, Escape, or a scroll.
 */
export const usePointer = (
  root: RefObject<HTMLElement | null>,
  readings: CrosshairReadings,
  { scale, reached }: Place,
  onSelect: (from: number, to: number) => void,
): Pointer => {
  const [at, setAt] = useState<number | null>(null)
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const start = useRef(reached)
  const select = useRef(onSelect)
  select.current = onSelect

  useEffect(() => {
    const element = root.current
    if (element === null) return
    let begun: number | null = null
    if (start.current !== null)
      setAt(nearestIndex(readings.x, (start.current - element.getBoundingClientRect().left) / scale))
    start.current = null
    const pixel = (event: PointerEvent) => (event.clientX - element.getBoundingClientRect().left) / scale
    const inside = (px: number) => Math.min(Math.max(px, readings.plot.left), readings.plot.right)
    const move = (event: PointerEvent) => {
      const px = pixel(event)
      setAt(nearestIndex(readings.x, px))
      if (begun !== null) setDrag(Math.abs(px - begun) < DRAG ? null : [begun, inside(px)])
    }
    const down = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.button === 0) begun = inside(pixel(event))
      move(event)
    }
    const up = (event: PointerEvent) => {
      const from = begun
      begun = null
      setDrag(null)
      if (from !== null && Math.abs(pixel(event) - from) >= DRAG) select.current(from, inside(pixel(event)))
    }
    const leave = () => {
      begun = null
      setDrag(null)
      setAt(null)
    }
    const out = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') leave()
    }
    const outside = (event: PointerEvent) => {
      // by its path when it began: what was pressed may have been drawn anew since
      if (!event.composedPath().includes(element)) leave()
    }
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave()
    }
    const key = (event: KeyboardEvent) => {
      setAt((now) => {
        const next = indexAfterKey(event.key, now, readings.x.length)
        if (next === undefined) return now
        return next
      })
      if (indexAfterKey(event.key, 0, readings.x.length) !== undefined) event.preventDefault()
    }
    const events = { pointermove: move, pointerdown: down, pointerup: up, pointerleave: out, pointercancel: leave }
    for (const [name, run] of Object.entries(events)) element.addEventListener(name, run as EventListener)
    element.addEventListener('keydown', key)
    element.addEventListener('blur', leave)
    document.addEventListener('pointerdown', outside as EventListener)
    document.addEventListener('keydown', onEscape)
    addEventListener('scroll', leave, { capture: true, passive: true })
    return () => {
      for (const [name, run] of Object.entries(events)) element.removeEventListener(name, run as EventListener)
      element.removeEventListener('keydown', key)
      element.removeEventListener('blur', leave)
      document.removeEventListener('pointerdown', outside as EventListener)
      document.removeEventListener('keydown', onEscape)
      removeEventListener('scroll', leave, { capture: true })
    }
  }, [root, readings, scale])
  return { at, drag }
}
