import { useTranslations } from 'next-intl'
import { ranges, scales, themes } from '@/lib/charts/query/view'
import { Block } from '../figures/block'
import { type Column, DataTable } from '../ui/data-table'

type Entry = { readonly name: string; readonly values?: string; readonly what: string }

/** How to take a chart along: its addresses, their parameters, and what a frame says to the page around it. */
export function ChartGuide({ slug }: { readonly slug: string }) {
  const t = useTranslations('charts.guide')
  const addresses: readonly Entry[] = [
    { name: `/charts/${slug}`, what: t('page') },
    { name: `/embed/v1/${slug}`, what: t('frame') },
    { name: `/charts/${slug}.png`, what: t('picture') },
    { name: `/charts/${slug}.svg`, what: t('drawing') },
    { name: `/charts/${slug}.csv`, what: t('data') },
    { name: `/charts/${slug}.json`, what: t('data') },
    { name: '/api/oembed?url=', what: t('oembed') },
  ]
  const parameters: readonly Entry[] = [
    { name: 'range', values: ranges.join(', '), what: t('range') },
    { name: 'from, to', values: '2026-01-01, 2026-01-31', what: t('days') },
    { name: 'mode', values: 'line, chain …', what: t('mode') },
    { name: 'scale', values: scales.join(', '), what: t('scale') },
    { name: 'chains', values: 'ethereum,base …', what: t('chains') },
    { name: 'hide, add', values: 'savings.apy:base:SUSDS …', what: t('series') },
    { name: 'pin', values: '2026-01-01..2026-01-31@…', what: t('pin') },
    { name: 'theme', values: themes.join(', '), what: t('theme') },
    { name: 'locale', values: 'en, zh-Hant', what: t('locale') },
    { name: 'controls', values: '1, 0', what: t('controls') },
  ]
  const name: Column<Entry> = {
    key: 'name',
    head: t('parameter'),
    cell: (entry) => <code className="font-mono text-tiny">{entry.name}</code>,
  }
  const values: Column<Entry> = {
    key: 'values',
    head: t('values'),
    cell: (entry) => <code className="font-mono text-tiny">{entry.values}</code>,
  }
  const what = (head: string): Column<Entry> => ({ key: 'what', head, wrap: true, cell: (entry) => entry.what })
  return (
    <Block id="guide" title={t('title')} caption={t('caption')} className="mt-6">
      <DataTable
        id="addresses"
        caption={t('address')}
        columns={[{ ...name, head: t('address') }, what(t('what'))]}
        rows={addresses}
        rowKey={(entry) => entry.name}
      />
      <div className="mt-6">
        <DataTable
          id="parameters"
          caption={t('parameter')}
          columns={[name, values, what(t('meaning'))]}
          rows={parameters}
          rowKey={(entry) => entry.name}
        />
      </div>
      <p className="prose mt-4 text-muted wrap-anywhere">
        {t.rich('height', { message: () => <code>{MESSAGE}</code>, script: () => <code>/embed.js</code> })}
      </p>
    </Block>
  )
}

const MESSAGE = "{type: 'sparkscope:height', id, height}"
