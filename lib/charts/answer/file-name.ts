import { printDay } from '../query/params'
import { defaultView, type View, type Viewable } from '../query/view'

/** The days that a view is of; a pin of days shows no others. */
const rangeText = ({ range, pin }: View): string => {
  const days = pin !== null && 'from' in pin ? pin : range
  return typeof days === 'string' ? days : `${printDay(days.from)}-to-${printDay(days.to)}`
}

/** A file's name says what is in it, in ASCII: the chart, the view of it, and the day it is of. */
export const chartFileName = (chart: Viewable, view: View, asOf: number, extension: string): string => {
  const { scale } = defaultView(chart)
  const parts = [
    'sparkscope',
    chart.slug,
    view.mode,
    rangeText(view),
    ...(view.scale === scale ? [] : [view.scale]),
    ...view.chains,
    ...(view.hide.length + view.add.length === 0 ? [] : ['own-series']),
    ...(view.locale === 'en' ? [] : [view.locale]),
    printDay(asOf),
  ]
  return `${parts.join('-')}.${extension}`
}
