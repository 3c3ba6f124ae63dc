import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '@/lib/format/number'
import { toDecimalString } from '@/lib/math/fixed'
import { percentOf, shareOf } from '@/lib/math/share'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { parseSort } from '@/lib/pages/table-sort'
import { Meter } from '../charts/meter'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { type Column, DataTable } from '../ui/data-table'
import { type Psm, psmsOf } from './model'

type PsmProps = { readonly numbers: NumberIndex; readonly sort: string | readonly string[] | undefined }

/** The peg stability modules: everything in them, their USDC, and the layer's share. */
export function Psms({ numbers, sort }: PsmProps) {
  const locale = useLocale()
  const t = useTranslations('liquidity.psm')
  const share = (part: Psm['own'], whole: Psm['own']) => {
    const ratio = shareOf(part.value, whole.value)
    return formatShare(ratio && toDecimalString(ratio), locale)
  }
  const columns: readonly Column<Psm>[] = [
    {
      key: 'chain',
      head: t('chain'),
      cell: ({ chain }) => (
        <>
          {chain.name}
          {'PSM3' in chain.contracts ? (
            <span className="block text-tiny text-muted">
              <AddressLink chain={chain} address={chain.contracts.PSM3.address} />
            </span>
          ) : null}
        </>
      ),
      sort: ({ chain }) => chain.name,
    },
    {
      key: 'assets',
      head: t('assets'),
      unit: 'USD',
      align: 'end',
      cell: ({ assets }) => <Value of={assets} form="full" />,
      sort: ({ assets }) => assets.value,
    },
    {
      key: 'usdc',
      head: t('usdc'),
      unit: 'USDC',
      align: 'end',
      cell: ({ usdc }) => <Value of={usdc} form="full" />,
      sort: ({ usdc }) => usdc.value,
    },
    {
      key: 'usdc-share',
      head: t('usdc-share'),
      unit: '%',
      align: 'end',
      cell: ({ usdc, assets }) => (
        <>
          {share(usdc, assets)}
          {usdc.value && assets.value ? (
            <span className="mt-1 ml-auto block w-28">
              <Meter
                percent={percentOf(usdc.value, assets.value)}
                label={t('meter', { percent: share(usdc, assets) })}
                fill="fill-liquidity"
              />
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'own',
      head: t('own'),
      unit: 'USD',
      align: 'end',
      cell: ({ own }) => <Value of={own} form="full" />,
      sort: ({ own }) => own.value,
    },
    { key: 'own-share', head: t('own-share'), unit: '%', align: 'end', cell: ({ own, assets }) => share(own, assets) },
  ]
  return (
    <Block id="psm" title={t('title')} caption={t('caption')}>
      <DataTable
        id="liquidity-psm"
        caption={t('title')}
        columns={columns}
        rows={psmsOf(numbers)}
        rowKey={({ chain }) => chain.slug}
        sort={parseSort(sort, 'liquidity-psm')}
        path="/liquidity"
      />
    </Block>
  )
}
