import type { Drawing } from '@/components/charts/drawing'
import { hoverOf, interactiveModel } from '@/lib/charts/layout/crosshair-readings'
import { type FrameName, frames } from '@/lib/charts/layout/sizes'
import type { Locale } from '@/lib/i18n/locales'
import type { Loaded } from '../load/load-chart'
import { modelOf } from './draw'

export const frameNames = Object.keys(frames)
export const isFrameName = (name: string): name is FrameName => Object.hasOwn(frames, name)

export const drawingOf = (loaded: Loaded, locale: Locale, frame: FrameName): Drawing => {
  const model = modelOf(loaded, locale, frames[frame])
  const { data: _, what: __, notes: ___, ...rest } = interactiveModel(model)
  return { model: rest, layers: model.layers, hover: hoverOf(model) }
}
