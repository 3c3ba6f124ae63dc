import { useTranslations } from 'next-intl'
import { type Query, readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Liquidity, type LiquidityProps } from '@/components/liquidity/liquidity'

export default async function LiquidityPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  return <LiquidityShell sort={sort} />
}

function LiquidityShell({ sort }: Pick<LiquidityProps, 'sort'>) {
  const t = useTranslations('liquidity')
  const site = readSite()
  return (
    <Shell site={site} path="/liquidity" section="liquidity" title={t('title')} description={t('description')}>
      {site.numbers ? <Liquidity numbers={site.numbers} sort={sort} /> : <Waiting />}
    </Shell>
  )
}
