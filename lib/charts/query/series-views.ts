import type { SeriesSpec } from '../define/define-chart'
import type { View } from './view'

/** What a link can name, at most. */
const LISTED = 24

type Choice = { readonly spec: SeriesSpec; readonly shown: boolean }

const without = (keys: readonly string[], gone: readonly string[]) => keys.filter((key) => !gone.includes(key))

/** The view without some of the series that it shows; null where a link cannot name them all. */
export const withoutSeries = (view: View, choices: readonly Choice[], keys: readonly string[]): View | null => {
  const gone = choices.filter(({ spec, shown }) => shown && keys.includes(spec.key)).map(({ spec }) => spec)
  const own = gone.filter((spec) => spec.shown).map(({ key }) => key)
  const hide = [...new Set([...view.hide, ...own])]
  if (gone.length === 0 || hide.length > LISTED) return null
  return { ...view, hide, add: without(view.add, keys) }
}

/** The view with a series that it does not show. */
export const withSeries = (view: View, { key, shown }: SeriesSpec): View => ({
  ...view,
  hide: without(view.hide, [key]),
  add: shown ? without(view.add, [key]) : [...without(view.add, [key]), key],
})

/** The view of one series alone; null where a link cannot name all the others. */
export const onlySeries = (view: View, choices: readonly Choice[], { key, shown }: SeriesSpec): View | null => {
  const hide = choices.filter(({ spec }) => spec.shown && spec.key !== key).map(({ spec }) => spec.key)
  return hide.length > LISTED ? null : { ...view, hide, add: shown ? [] : [key] }
}

/** The view as its mode begins. */
export const everySeries = (view: View): View => ({ ...view, hide: [], add: [] })
