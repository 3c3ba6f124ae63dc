import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { isZero } from '@/lib/math/fixed'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Block } from '../figures/block'
import { Sentence } from '../figures/sentence'
import { StatTile, TileRow } from '../figures/stat-tile'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { Context } from './context'
import { Funds, OtherFund } from './funds'
import { fundOf, groupOf, heldFunds } from './model'
import { Supplies } from './supplies'

export type RwaProps = {
  readonly numbers: NumberIndex
  readonly network: 'live' | 'embedded'
  /** `?sort=` as it was asked for. */
  readonly sort: string | readonly string[] | undefined
}

/** Tokenised treasuries: the funds, Spark's part of them, and what was said of it. */
export function Rwa({ numbers, network, sort }: RwaProps) {
  return (
    <>
      <Sentence>
        <PageSummary numbers={numbers} />
      </Sentence>
      <Tiles numbers={numbers} />
      <Funds numbers={numbers} sort={sort} />
      <Supplies numbers={numbers} sort={sort} />
      <OtherFund numbers={numbers} sort={sort} />
      <Context numbers={numbers} network={network} />
      <Method />
    </>
  )
}

function PageSummary({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('rwa')
  const common = useTranslations('common')
  const { holdingUsd, share } = groupOf(numbers, 'TOTAL')
  if (!holdingUsd.value) return t('unknown', { reason: reasonOf(holdingUsd, common) ?? '' })
  if (isZero(holdingUsd.value)) return t.rich('sentence-none', { holding: () => <Value of={holdingUsd} long /> })
  return t.rich('sentence', {
    funds: heldFunds(numbers),
    holding: () => <Value of={holdingUsd} long className="text-ember" />,
    share: () => <Value of={share} decimals={1} />,
  })
}

function Tiles({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('rwa.tiles')
  const total = groupOf(numbers, 'TOTAL')
  return (
    <TileRow classes={['issuer', 'stated']}>
      <StatTile title={t('holding')} of={total.holdingUsd} about={t('holding-what')} />
      <StatTile title={t('share')} of={total.share} about={t('share-what')} />
      <StatTile title={t('buidl')} of={groupOf(numbers, 'BUIDL_FUND').aum} about={t('buidl-what')} />
      <StatTile title={t('ustb')} of={fundOf(numbers, 'USTB').aum} about={t('ustb-what')} />
      <StatTile title={t('jtrsy')} of={fundOf(numbers, 'JTRSY').aum} about={t('jtrsy-what')} />
    </TileRow>
  )
}

const notes = ['nav', 'terms', 'share', 'settle'] as const

function Method() {
  const locale = useLocale()
  const t = useTranslations('rwa.method')
  return (
    <Block
      id="method"
      title={t('title')}
      foot={
        <a href={href(locale, '/method#line-rwa')} className="link">
          {t('foot')}
        </a>
      }
    >
      <div className="notes gap-x-12 md:columns-2">
        {notes.map((note) => (
          <p key={note}>{t(note)}</p>
        ))}
      </div>
    </Block>
  )
}
