import { useLocale, useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import { formatPercent } from '@/lib/format/number'
import type { ChangesById } from '@/lib/view/change'
import type { NumberIndex } from '@/lib/view/numbers'
import { decimalOf } from '@/lib/view/value'
import { Changes } from '../figures/changes'
import { StatTile, TileRow } from '../figures/stat-tile'
import { headlines } from './model'

type TilesProps = { readonly numbers: NumberIndex; readonly changes: ChangesById }

export function Tiles({ numbers, changes }: TilesProps) {
  const locale = useLocale()
  const t = useTranslations('overview.tiles')
  const { tvl, susds, usdcBorrow, usdcUse, usdcVault, rwa } = headlines(numbers)
  const have = tvl.parts?.have ?? chains.filter(({ slug }) => numbers.snapshot.asOf[slug]).length
  const utilization = formatPercent(decimalOf(usdcUse), locale, { decimals: 1 })
  const tiles = [
    { title: t('tvl'), num: tvl, about: t('all-chains', { have, of: tvl.parts?.of ?? chains.length }) },
    { title: t('susds'), num: susds, about: t('apy') },
    { title: t('usdc-borrow'), num: usdcBorrow, about: t('usdc-use', { utilization }) },
    { title: t('usdc-vault'), num: usdcVault, about: t('susdc-what') },
    { title: t('rwa'), num: rwa, about: t('rwa-what') },
  ]
  return (
    <TileRow>
      {tiles.map(({ title, num, about }) => (
        <StatTile
          key={num.id}
          title={title}
          of={num}
          about={about}
          changes={<Changes of={changes[num.id]} unit={num.unit} />}
        />
      ))}
    </TileRow>
  )
}
