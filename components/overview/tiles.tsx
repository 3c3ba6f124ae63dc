import { useLocale, useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import type { SparkPoint, Sparks } from '@/lib/charts/load/sparklines'
import { formatShare } from '@/lib/format/number'
import { fromDecimalString } from '@/lib/math/fixed'
import type { ChangesById } from '@/lib/numbers/change'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { decimalOf, shortValue } from '@/lib/numbers/value'
import { reachOf, Sparkline } from '../charts/sparkline'
import { Changes, hasChanges } from '../figures/changes'
import { StatTile, TileRow } from '../figures/stat-tile'
import { headlines } from './model'

type TilesProps = { readonly numbers: NumberIndex; readonly changes: ChangesById; readonly sparks: Sparks }

export function Tiles({ numbers, changes, sparks }: TilesProps) {
  const locale = useLocale()
  const t = useTranslations('overview.tiles')
  const common = useTranslations('common.change')
  const { tvl, susds, usdcBorrow, usdcUse, susdsAssets, rwa } = headlines(numbers)
  const have = tvl.parts?.have ?? chains.filter(({ slug }) => numbers.snapshot.asOf[slug]).length
  const utilization = formatShare(decimalOf(usdcUse), locale)
  const tiles = [
    {
      title: t('tvl'),
      num: tvl,
      stroke: 'stroke-ember',
      about: t('all-chains', { have, of: tvl.parts?.of ?? chains.length }),
    },
    { title: t('susds'), num: susds, stroke: 'stroke-savings', about: t('apy') },
    { title: t('usdc-borrow'), num: usdcBorrow, stroke: 'stroke-lend', about: t('usdc-use', { utilization }) },
    { title: t('susds-assets'), num: susdsAssets, stroke: 'stroke-savings', about: t('susds-assets-what') },
    { title: t('rwa'), num: rwa, stroke: 'stroke-rwa', about: t('rwa-what') },
  ]
  return (
    <TileRow
      classes={['onchain', 'issuer']}
      note={tiles.some(({ num }) => hasChanges(changes[num.id])) ? null : common('not-yet')}
    >
      {tiles.map(({ title, num, stroke, about }) => (
        <StatTile
          key={num.id}
          title={title}
          of={num}
          about={about}
          spark={<Trend of={num} title={title} points={sparks[num.id] ?? []} stroke={stroke} />}
          changes={hasChanges(changes[num.id]) ? <Changes of={changes[num.id]} unit={num.unit} /> : null}
        />
      ))}
    </TileRow>
  )
}

type TrendProps = {
  readonly of: Observation
  readonly title: string
  readonly points: readonly SparkPoint[]
  readonly stroke: string
}

/** A number over the last days, on a scale of its own, whose range stands below it. */
function Trend({ of: num, title, points, stroke }: TrendProps) {
  const locale = useLocale()
  const t = useTranslations('charts')
  const reach = reachOf(points)
  if (!reach) return null
  const say = (value: number) => shortValue({ ...num, value: fromDecimalString(value.toFixed(12)) }, locale)
  const [low, high] = [say(reach.low), say(reach.high)]
  const { days } = reach
  const range = low === high ? t('spark-level', { days }) : t('spark-range', { days, low, high })
  return (
    <>
      <Sparkline
        points={points}
        label={t('spark-label', { title, range })}
        stroke={stroke}
        stepped={num.metric === 'savings.apy'}
        level={low === high}
      />
      <p aria-hidden="true" className="mt-0.5 text-tiny text-muted">
        {range}
      </p>
    </>
  )
}
