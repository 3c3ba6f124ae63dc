import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { Value } from '../figures/value'
import { Callout } from '../ui/callout'
import { flagged, type Market } from './market-model'
import { type CapFacts, capOf, type FlagName, type Reserve } from './reserve-model'

const told: readonly FlagName[] = [
  'unread',
  'paused',
  'frozen',
  'no-price',
  'supply-over',
  'borrow-over',
  'supply-full',
  'borrow-full',
]

/** What cannot be done in a market just now, and why it matters; nothing where all is open. */
export function Restrictions({ market }: { readonly market: Market }) {
  const t = useTranslations('lend.restrictions')
  const { chain, isFrozen, reserveFactor } = market
  if (isFrozen)
    return (
      <Callout title={t('market-title', { chain: chain.name })} tone="warn">
        <p>{t('market-what', { reserves: market.rows.length })}</p>
        {reserveFactor ? (
          <p>{t.rich('market-factor', { factor: () => <Value of={reserveFactor} decimals={0} /> })}</p>
        ) : null}
        {chain.slug === 'gnosis' ? <p>{t('gnosis')}</p> : null}
      </Callout>
    )
  const lists = told
    .map((flag) => ({ flag, reserves: flagged(market, flag) }))
    .filter((list) => list.reserves.length > 0)
  if (lists.length === 0) return null
  return (
    <Callout title={t('title')} tone="warn">
      <ul className="space-y-1">
        {lists.map(({ flag, reserves }) => (
          <li key={flag}>
            <Named flag={flag} reserves={reserves} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function Named({ flag, reserves }: { readonly flag: FlagName; readonly reserves: readonly Reserve[] }) {
  const locale = useLocale()
  const flags = useTranslations('lend.flags')
  const t = useTranslations('lend.restrictions')
  return (
    <>
      <span className="font-medium text-ink">{flags(`${flag}.word`)}</span>
      {t('colon')}
      {reserves.map((reserve, at) => (
        <span key={reserve.key}>
          {at > 0 ? t('comma') : null}
          <a href={href(locale, reserve.path)} className="link">
            {reserve.label}
          </a>
          {flag === 'supply-over' ? <OverCap of={capOf(reserve, 'supply')} /> : null}
          {flag === 'borrow-over' ? <OverCap of={capOf(reserve, 'borrow')} /> : null}
        </span>
      ))}
      {t('dash')}
      {flags(`${flag}.what`)}
    </>
  )
}

/** `(98.42 of 1)`: what is in use, of how much there may be. */
function OverCap({ of: { inUse, cap } }: { readonly of: CapFacts }) {
  const t = useTranslations('lend.caps')
  return (
    <>
      {' ('}
      {t.rich('of', {
        used: () => <Value of={inUse} unit={false} />,
        cap: () => <Value of={cap} unit={false} />,
      })}
      {')'}
    </>
  )
}
