import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { Notes } from '../figures/notes'
import { Sentence } from '../figures/sentence'
import { StatTile, TileRow } from '../figures/stat-tile'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { Callout } from '../ui/callout'
import { ReserveCaps } from './reserve-caps'
import { ReserveCollateral } from './reserve-collateral'
import { ReserveContracts, ReserveControl } from './reserve-control'
import { ReserveCurveBlock } from './reserve-curve'
import { ReserveFlags } from './reserve-flags'
import { flagsOf, type Reserve } from './reserve-model'
import { ReserveOracle } from './reserve-oracle'
import { ReserveRates } from './reserve-rates'
import { ReserveState } from './reserve-state'

/** Everything about one reserve: what lies in it, what it pays, what limits it, and who may change that. */
export function ReserveArticle({ reserve }: { readonly reserve: Reserve }) {
  return (
    <>
      <Sentence>
        <PageSummary reserve={reserve} />
      </Sentence>
      <Where reserve={reserve} />
      <Warnings reserve={reserve} />
      <Tiles reserve={reserve} />
      <ReserveCurveBlock reserve={reserve} />
      <ReserveRates reserve={reserve} />
      <div className="grid items-start gap-x-6 md:grid-cols-2">
        <div className="min-w-0">
          <ReserveState reserve={reserve} />
          <ReserveCaps reserve={reserve} />
          <ReserveOracle reserve={reserve} />
        </div>
        <div className="min-w-0">
          <ReserveCollateral reserve={reserve} />
          <ReserveFlags reserve={reserve} />
          <ReserveContracts reserve={reserve} />
        </div>
      </div>
      <ReserveControl reserve={reserve} />
    </>
  )
}

function PageSummary({ reserve }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.reserve')
  const { chain, label, get } = reserve
  const [dollars, tokens] = [get('supplied-usd'), get('supplied')]
  const supplied = dollars.value ? dollars : tokens
  const flags = flagsOf(reserve)
  const parts = {
    asset: label,
    chain: chain.name,
    supplied: () => <Value of={supplied} long className="text-ember" />,
    use: () => <Value of={get('utilization')} decimals={1} />,
    supply: () => <Value of={get('supply-apy')} />,
    borrow: () => <Value of={get('borrow-apy')} />,
  }
  if (!supplied.value) return t('sentence-unknown', { asset: label, chain: chain.name })
  if (flags.includes('paused')) return t.rich('sentence-paused', parts)
  if (flags.includes('frozen')) return t.rich('sentence-frozen', parts)
  return t.rich(flags.includes('not-borrowable') ? 'sentence-collateral' : 'sentence', parts)
}

function Where({ reserve: { chain, address } }: { readonly reserve: Reserve }) {
  const locale = useLocale()
  const t = useTranslations('lend.market')
  return (
    <p className="mb-5 flex flex-wrap gap-x-5 gap-y-1 text-small text-muted">
      <a href={href(locale, `/lend#${chain.slug}`)} className="link">
        {t('title', { chain: chain.name })}
      </a>
      {address ? <AddressLink chain={chain} address={address} full /> : null}
    </p>
  )
}

function Warnings({ reserve }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.flags')
  const flags = flagsOf(reserve).filter((flag) => flag !== 'not-borrowable' && flag !== 'siloed')
  return flags.map((flag) => (
    <Callout key={flag} title={t(`${flag}.word`)} tone={flag === 'no-new-collateral' ? 'plain' : 'warn'}>
      {t(`${flag}.what`)}
    </Callout>
  ))
}

function Tiles({ reserve: { get } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.tiles')
  const amounts = ['supplied', 'borrowed', 'available'] as const
  return (
    <>
      <TileRow>
        {amounts.map((name) => {
          const [dollars, tokens] = [get(`${name}-usd`), get(name)]
          return dollars.value ? (
            <StatTile key={name} title={t(name)} of={dollars} about={<Value of={tokens} />} />
          ) : (
            <StatTile key={name} title={t(name)} of={tokens} about={t('no-dollars')} />
          )
        })}
        <StatTile title={t('supply-apy')} of={get('supply-apy')} about={t('stored')} />
        <StatTile title={t('borrow-apy')} of={get('borrow-apy')} about={t('stored')} />
      </TileRow>
      {get('supplied-usd').status === 'stale' ? <Notes of={get('supplied-usd')} className="mb-4" /> : null}
    </>
  )
}
