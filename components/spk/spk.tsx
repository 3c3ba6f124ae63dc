import { useTranslations } from 'next-intl'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Sentence } from '../figures/sentence'
import { StatTile, TileRow } from '../figures/stat-tile'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { Awards } from './awards'
import { Circulation } from './circulation'
import { Farms } from './farms'
import { spkNum } from './model'
import { PlanNow } from './plan-now'
import { PlanYears } from './plan-years'
import { Staking } from './staking'
import { Unsettled } from './unsettled'

export type SpkProps = {
  readonly numbers: NumberIndex
  /** `?sort=` as it was asked for. */
  readonly sort: string | readonly string[] | undefined
  /** The vesting chart, drawn. */
  readonly chart?: React.ReactNode
}

/** SPK: how much there is, what was planned, what contracts vest and pay, the farms and staking. */
export function Spk({ numbers, sort, chart }: SpkProps) {
  return (
    <>
      <Sentence>
        <PageSummary numbers={numbers} />
      </Sentence>
      <Tiles numbers={numbers} />
      {chart}
      <Awards numbers={numbers} sort={sort} />
      <PlanNow numbers={numbers} />
      <PlanYears numbers={numbers} />
      <Farms numbers={numbers} />
      <Staking numbers={numbers} />
      <Circulation numbers={numbers} />
      <Unsettled />
    </>
  )
}

function PageSummary({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk')
  const common = useTranslations('common')
  const supply = spkNum(numbers, 'total-supply', 'SPK')
  if (!supply.value) return t('unknown', { reason: reasonOf(supply, common) ?? '' })
  return t.rich('sentence', {
    supply: () => <Value of={supply} long className="text-ember" />,
    circulating: () => <Value of={spkNum(numbers, 'circulating', 'SPK')} long />,
    distributed: () => <Value of={spkNum(numbers, 'distributed', 'TOTAL')} long />,
    claimed: () => <Value of={spkNum(numbers, 'claimed', 'TOTAL')} long />,
  })
}

function Tiles({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk.tiles')
  return (
    <TileRow classes={['onchain', 'promise']}>
      <StatTile title={t('supply')} of={spkNum(numbers, 'total-supply', 'SPK')} about={t('supply-what')} />
      <StatTile title={t('circulating')} of={spkNum(numbers, 'circulating', 'SPK')} about={t('circulating-what')} />
      <StatTile title={t('staked')} of={spkNum(numbers, 'staked', 'STSPK')} about={t('staked-what')} />
      <StatTile title={t('distributed')} of={spkNum(numbers, 'distributed', 'TOTAL')} about={t('distributed-what')} />
    </TileRow>
  )
}
