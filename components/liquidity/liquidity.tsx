import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { Block } from '../figures/block'
import { CountedOnce } from '../figures/counted-once'
import { Sentence } from '../figures/sentence'
import { StatTile, TileRow } from '../figures/stat-tile'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { Holdings } from './holdings'
import { layerChains } from './model'
import { Psms } from './psm'
import { Assets, Venues } from './venues'

export type LiquidityProps = {
  readonly numbers: NumberIndex
  /** `?sort=` as it was asked for. */
  readonly sort: string | readonly string[] | undefined
}

/** The liquidity layer: what it holds, where, on which chain, and what no contract shows of it. */
export function Liquidity({ numbers, sort }: LiquidityProps) {
  return (
    <>
      <Sentence>
        <PageSummary numbers={numbers} />
      </Sentence>
      <CountedOnce numbers={numbers} page="LIQUIDITY" />
      <Tiles numbers={numbers} />
      <Venues numbers={numbers} sort={sort} />
      <Psms numbers={numbers} sort={sort} />
      <Assets numbers={numbers} sort={sort} />
      <Holdings numbers={numbers} sort={sort} />
      <Unseen numbers={numbers} />
    </>
  )
}

function PageSummary({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('liquidity')
  const common = useTranslations('common')
  const part = (key: string) => numbers.get('liquidity.part-usd', 'all', key)
  const total = part('TOTAL')
  if (!total.value) return t('unknown', { reason: reasonOf(total, common) ?? '' })
  return t.rich('sentence', {
    chains: layerChains.filter(({ slug }) => isKnown(numbers.get('liquidity.part-usd', slug, 'TOTAL'))).length,
    total: () => <Value of={total} long className="text-ember" />,
    work: () => <Value of={part('DEPLOYED')} long />,
    psm: () => <Value of={part('PSM')} long />,
    idle: () => <Value of={part('IDLE')} long />,
  })
}

const tiles = ['DEPLOYED', 'PSM', 'IDLE', 'IN_TRANSIT', 'OTHER_HOLDERS'] as const

function Tiles({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('liquidity.tiles')
  return (
    <TileRow classes={['onchain', 'issuer']}>
      {tiles.map((key) => (
        <StatTile
          key={key}
          title={t(`${key}.title`)}
          of={numbers.get('liquidity.part-usd', 'all', key)}
          about={t(`${key}.what`)}
        />
      ))}
    </TileRow>
  )
}

const unseen = ['list', 'custody', 'otc', 'uniswap', 'bridges'] as const

/** What is missing from every figure above, and how they become the line of the total. */
function Unseen({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('liquidity.unseen')
  return (
    <Block
      id="unseen"
      title={t('title')}
      caption={t('caption')}
      foot={
        <a href={href(locale, '/method#line-liquidity')} className="link">
          {t('foot')}
        </a>
      }
    >
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <ul className="prose list-disc space-y-1.5 pl-5">
          {unseen.map((item) => (
            <li key={item}>{t(item)}</li>
          ))}
        </ul>
        <div className="prose space-y-2">
          <h3 className="font-medium">{t('line-title')}</h3>
          <p>
            {t.rich('line', {
              line: () => <Value of={numbers.get('tvl.line-usd', 'all', 'LIQUIDITY')} />,
              total: () => <Value of={numbers.get('liquidity.part-usd', 'all', 'TOTAL')} />,
            })}
          </p>
          <p>{t('worth')}</p>
        </div>
      </div>
    </Block>
  )
}
