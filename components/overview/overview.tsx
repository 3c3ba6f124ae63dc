import { useTranslations } from 'next-intl'
import { tvl } from '@/lib/charts/catalogue/tvl'
import type { Sparks } from '@/lib/charts/load/sparklines'
import type { ChangesById } from '@/lib/numbers/change'
import type { NumberIndex } from '@/lib/numbers/number-index'
import type { ChainFreshness } from '@/lib/snapshot/freshness'
import { ChartBlock, type ChartBlockProps } from '../charts/block'
import { CountedOnce } from '../figures/counted-once'
import { Sentence } from '../figures/sentence'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { Bridge } from './bridge'
import { Chains } from './chains'
import { Lines } from './lines'
import { headlines, lineOf } from './model'
import { Rates } from './rates'
import { Tiles } from './tiles'

export type OverviewProps = {
  readonly numbers: NumberIndex
  readonly chains: readonly ChainFreshness[]
  readonly changes: ChangesById
  readonly sparks: Sparks
  /** The total over time; null where it cannot be drawn just now. */
  readonly figure: ChartBlockProps['figure']
}

export function Overview({ numbers, chains, changes, sparks, figure }: OverviewProps) {
  return (
    <>
      <Sentence>
        <PageSummary numbers={numbers} />
      </Sentence>
      <About />
      <CountedOnce numbers={numbers} page="all" />
      <div className="flex flex-col">
        <div className="max-sm:order-2">
          <Tiles numbers={numbers} changes={changes} sparks={sparks} />
        </div>
        <ChartBlock chart={tvl} figure={figure} />
      </div>
      <Lines numbers={numbers} />
      <Bridge numbers={numbers} />
      <Rates numbers={numbers} />
      <Chains numbers={numbers} rows={chains} />
    </>
  )
}

function PageSummary({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const { tvl } = headlines(numbers)
  if (!tvl.value) return t('unknown', { reason: reasonOf(tvl, common) ?? '' })
  return t.rich('sentence', {
    chains: tvl.parts?.have ?? Object.keys(numbers.snapshot.asOf).length,
    total: () => <Value of={tvl} long className="text-ember" />,
    lend: () => <Value of={lineOf(numbers, 'LEND')} long />,
    rwa: () => <Value of={lineOf(numbers, 'RWA')} long />,
    liquidity: () => <Value of={lineOf(numbers, 'LIQUIDITY')} long />,
    savings: () => <Value of={lineOf(numbers, 'SAVINGS')} long />,
  })
}

/** What Spark is, for those who come without knowing. */
function About() {
  const t = useTranslations('overview')
  return <p className="prose -mt-2 mb-5 text-muted">{t('about')}</p>
}
