import { useLocale, useTranslations } from 'next-intl'
import { formatFull, formatPercent, formatShare, UNKNOWN } from '@/lib/format/number'
import { isZero, subtract, toDecimalString } from '@/lib/math/fixed'
import { percentOf, shareOf } from '@/lib/math/share'
import { isKnown } from '@/lib/numbers/value'
import { Meter } from '../charts/meter'
import { NumberLink } from '../figures/number-link'
import { noteOf } from '../figures/status-text'
import { Value, type ValueProps } from '../figures/value'
import type { Column } from '../ui/data-table'
import { Term } from '../ui/term'
import { factorOf, type Product } from './model'

type T = ReturnType<typeof useTranslations<'savings.table'>>

export const nameColumn = (t: T): Column<Product> => ({
  key: 'product',
  head: t('product'),
  cell: ({ name, chain }) => (
    <>
      <span className="font-medium">{name}</span>
      <span className="block text-muted">{chain.name}</span>
    </>
  ),
  sort: ({ name }) => name,
})

export const chainColumn = (t: T): Column<Product> => ({
  key: 'chain',
  head: t('chain'),
  cell: ({ chain }) => chain.name,
  sort: ({ chain }) => chain.name,
})

export const rateColumn = (t: T): Column<Product> => ({
  key: 'apy',
  head: t('rate'),
  unit: <Term of="apy">APY</Term>,
  align: 'end',
  cell: ({ get }) => <Noted of={get('apy')} />,
  sort: ({ get }) => get('apy').value,
})

export const assetsColumn = (t: T): Column<Product> => ({
  key: 'assets',
  head: t('assets'),
  unit: t('asset-and-usd'),
  align: 'end',
  cell: ({ get }) => (
    <>
      <Value of={get('assets')} form="full" />
      <span className="block text-muted">
        <Value of={get('assets-usd')} form="full" unit />
      </span>
    </>
  ),
  sort: ({ get }) => get('assets-usd').value,
})

export const sharesColumn = (t: T): Column<Product> => ({
  key: 'shares',
  head: t('shares'),
  align: 'end',
  cell: ({ get }) => <Value of={get('shares')} form="full" />,
  sort: ({ get }) => get('shares').value,
})

export const priceColumn = (t: T): Column<Product> => ({
  key: 'price',
  head: t('share-price'),
  unit: <Term of="share-price">{t('assets-per-share')}</Term>,
  align: 'end',
  cell: ({ get }) => <Value of={get('share-price')} form="full" decimals={6} />,
  sort: ({ get }) => get('share-price').value,
})

export const instantColumn = (t: T): Column<Product> => ({
  key: 'instant',
  head: t('instant'),
  unit: 'USDC',
  align: 'end',
  cell: ({ get }) => <Noted of={get('instant-liquidity')} form="full" />,
  sort: ({ get }) => get('instant-liquidity').value,
})

export const gapColumn = (t: T): Column<Product> => ({
  key: 'gap',
  head: t('gap'),
  align: 'end',
  cell: ({ get }) => <Gap of={get('apy-gap')} />,
  sort: ({ get }) => get('apy-gap').value,
})

export const indexColumn = (t: T): Column<Product> => ({
  key: 'index',
  head: t('index'),
  unit: t('live-and-stored'),
  align: 'end',
  cell: ({ get }) => (
    <>
      <Index of={get('live-index')} />
      <span className="block text-muted">
        <Index of={get('stored-index')} />
      </span>
    </>
  ),
})

export const idleColumn = (t: T): Column<Product> => ({
  key: 'idle',
  head: t('idle'),
  unit: t('in-asset'),
  align: 'end',
  cell: ({ get }) => <Value of={get('idle')} form="full" />,
  sort: ({ get }) => get('idle-usd').value,
})

export const deployedColumn = (t: T): Column<Product> => ({
  key: 'deployed',
  head: t('deployed'),
  unit: t('in-asset'),
  align: 'end',
  cell: ({ get }) => <Value of={get('outstanding')} form="full" />,
  sort: ({ get }) => get('outstanding').value,
})

export const capColumn = (t: T): Column<Product> => ({
  key: 'cap',
  head: t('cap'),
  unit: t('cap-used'),
  align: 'end',
  cell: ({ get }) => <Cap assets={get('assets')} cap={get('deposit-cap')} />,
  sort: ({ get }) => get('deposit-cap').value,
})

/** A value with its note below it: a yield that is not compounded, a module that is halted. */
function Noted({ of: num, ...form }: ValueProps) {
  const common = useTranslations('common')
  const note = num.value === null ? null : noteOf(num, common)
  return (
    <>
      <Value of={num} {...form} />
      {note ? (
        <span className="block text-tiny text-warn max-sm:ml-auto max-sm:max-w-20 max-sm:whitespace-normal">
          {note}
        </span>
      ) : null}
    </>
  )
}

function Gap({ of: num }: { readonly of: ReturnType<Product['get']> }) {
  const locale = useLocale()
  const t = useTranslations('savings.table')
  const points = useTranslations('common.change')('points')
  if (!isKnown(num)) return <Value of={num} />
  if (isZero(num.value)) return <NumberLink of={num}>{t('in-step')}</NumberLink>
  const gap = formatPercent(toDecimalString(num.value), locale, { sign: true, decimals: 4 }).replace('%', points)
  return (
    <>
      <NumberLink of={num}>{gap}</NumberLink>
      <span className="block text-tiny text-warn">{t('behind')}</span>
    </>
  )
}

function Index({ of: num }: { readonly of: ReturnType<Product['get']> }) {
  const locale = useLocale()
  const factor = factorOf(num)
  if (!factor) return <Value of={num} />
  return (
    <NumberLink of={num}>
      {formatFull(toDecimalString(factor), locale, { maxDecimals: 12, minDecimals: 12 })}
    </NumberLink>
  )
}

type CapProps = { readonly assets: ReturnType<Product['get']>; readonly cap: ReturnType<Product['get']> }

function Cap({ assets, cap }: CapProps) {
  const locale = useLocale()
  const t = useTranslations('savings.table')
  const used = shareOf(assets.value, cap.value)
  const words = formatShare(used && toDecimalString(used), locale)
  return (
    <>
      <Value of={cap} form="full" decimals={0} />
      {isKnown(cap) ? (
        <>
          <span className="block text-muted">{words}</span>
          <span className="mt-1 ml-auto block w-28">
            <Meter
              percent={percentOf(assets.value, cap.value)}
              label={t('cap-meter', { percent: words })}
              fill="fill-savings"
            />
          </span>
        </>
      ) : null}
    </>
  )
}

/** A vault's yield less that of sUSDS, in percentage points; nothing where either is unknown. */
export function Spread({ of: { get }, susds }: { readonly of: Product; readonly susds: ReturnType<Product['get']> }) {
  const locale = useLocale()
  const points = useTranslations('common.change')('points')
  const own = get('apy')
  if (!isKnown(own) || !isKnown(susds)) return UNKNOWN
  const apart = toDecimalString(subtract(own.value, susds.value))
  return formatPercent(apart, locale, { sign: true }).replace('%', points)
}
