import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { Pin, View } from '@/lib/charts/query/view'
import { formatDate } from '@/lib/format/date'
import { escapeXml } from '@/lib/format/escape-xml'
import { chartHref, embedHref, siblingHref } from '../../lib/charts/query/links'
import { Copyable } from '../ui/copyable'

/** Pixels: what title, caption, chart, controls and foot take in a column of text. */
const EMBED_HEIGHT = 500

export type ShareProps = {
  readonly chart: Chart
  readonly view: View
  /** Public origin of the site; null where it is not known: links then stand without it. */
  readonly origin: string | null
  /** What a link that never changes can name now. */
  readonly pin: Pin | null
}

/** Everything a reader can take along, short addresses before code: links, picture, data, frames. Works without script; with it each can be copied. */
export function Share({ chart, view, origin, pin }: ShareProps) {
  const locale = useLocale()
  const t = useTranslations('charts.share')
  const absolute = (path: string) => `${origin ?? ''}${path}`
  const live: View = { ...view, pin: null }
  const pinned: View | null = pin && { ...view, pin }
  const frame = (of: View) =>
    `<iframe src="${escapeXml(absolute(embedHref(chart, { ...of, locale })))}" title="${escapeXml(chart.text[locale].title)} · Sparkscope" width="100%" height="${EMBED_HEIGHT}" loading="lazy" frameborder="0" style="border:0"></iframe>`
  return (
    <details className="chart-part">
      <summary>{t('title')}</summary>
      <Copyable name={t('live')} text={absolute(chartHref(locale, chart, live))} />
      {pinned && pin ? <Copyable name={pinName(pin)} text={absolute(chartHref(locale, chart, pinned))} /> : null}
      <Copyable name={t('picture')} text={absolute(siblingHref(locale, chart, view, 'png'))} />
      <Copyable name={t('data')} text={absolute(siblingHref(locale, chart, view, 'json'))} />
      <Copyable name={t('embed-live')} text={frame(live)} />
      {pinned ? <Copyable name={t('embed-pinned')} text={frame(pinned)} /> : null}
      <Copyable name={t('script')} text={`<script async src="${escapeXml(absolute('/embed.js'))}"></script>`} />
      <p className="prose mt-1 text-small text-muted">{t('embed-what')}</p>
    </details>
  )

  function pinName(of: Pin): string {
    return 'snapshot' in of ? t('pinned-snapshot') : t('pinned', { day: formatDate(of.to, locale) })
  }
}
