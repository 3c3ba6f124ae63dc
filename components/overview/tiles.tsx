import { useLocale, useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import { formatPercent } from '@/lib/format/number'
import type { ChangesById } from '@/lib/view/change'
import type { NumberIndex } from '@/lib/view/numbers'
import { decimalOf } from '@/lib/view/value'
import { Sparkline, type Sparks } from '../charts/sparkline'
import { Changes, hasChanges } from '../figures/changes'
import { StatTile, TileRow } from '../figures/stat-tile'
import { headlines } from './model'

type TilesProps = { readonly numbers: NumberIndex; readonly changes: ChangesById; readonly sparks: Sparks }

export function Tiles({ numbers, changes, sparks }: TilesProps) {
  const locale = useLocale()
  const t = useTranslations('overview.tiles')
  const charts = useTranslations('charts')
  const common = useTranslations('common.change')
  const { tvl, susds, usdcBorrow, usdcUse, usdcVault, rwa } = headlines(numbers)
  const have = tvl.parts?.have ?? chains.filter(({ slug }) => numbers.snapshot.asOf[slug]).length
  const utilization = formatPercent(decimalOf(usdcUse), locale, { decimals: 1 })
  const tiles = [
    {
      title: t('tvl'),
      num: tvl,
      stroke: 'stroke-ember',
      about: t('all-chains', { have, of: tvl.parts?.of ?? chains.length }),
    },
    { title: t('susds'), num: susds, stroke: 'stroke-savings', about: t('apy') },
    { title: t('usdc-borrow'), num: usdcBorrow, stroke: 'stroke-lend', about: t('usdc-use', { utilization }) },
    { title: t('usdc-vault'), num: usdcVault, stroke: 'stroke-savings', about: t('susdc-what') },
    { title: t('rwa'), num: rwa, stroke: 'stroke-rwa', about: t('rwa-what') },
  ]
  return (
    <TileRow note={tiles.some(({ num }) => hasChanges(changes[num.id])) ? null : common('not-yet')}>
      {tiles.map(({ title, num, stroke, about }) => (
        <StatTile
          key={num.id}
          title={title}
          of={num}
          about={about}
          spark={
            <Sparkline
              points={sparks[num.id] ?? []}
              label={charts('spark-label', { title, days: 90 })}
              stroke={stroke}
              stepped={num.metric === 'savings.apy'}
            />
          }
          changes={hasChanges(changes[num.id]) ? <Changes of={changes[num.id]} unit={num.unit} /> : null}
        />
      ))}
    </TileRow>
  )
}
