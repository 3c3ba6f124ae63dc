import { useTranslations } from 'next-intl'
import { readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { NoSuchReserve } from '@/components/lend/no-such-reserve'
import { ReserveArticle } from '@/components/lend/reserve'
import { findReserve } from '@/components/lend/reserve-model'

type Asked = { readonly chain: string; readonly asset: string }

export default async function ReservePage({ params }: { readonly params: Promise<Asked> }) {
  const { chain, asset } = await params
  return <ReserveShell chain={decodeURIComponent(chain)} asset={decodeURIComponent(asset)} />
}

function ReserveShell({ chain, asset }: Asked) {
  const t = useTranslations('lend.reserve')
  const missing = useTranslations('lend.missing')
  const site = readSite()
  if (!site.numbers)
    return (
      <Shell site={site} path={`/lend/${chain}/${asset}`} section="lend" title={asset}>
        <Waiting />
      </Shell>
    )
  const reserve = findReserve(site.numbers, chain, asset)
  if (!reserve)
    return (
      <Shell site={site} path="/lend" section="lend" title={missing('title')} missing>
        <NoSuchReserve numbers={site.numbers} chain={chain} asset={asset} />
      </Shell>
    )
  const said = { asset: reserve.label, chain: reserve.chain.name }
  return (
    <Shell site={site} path={reserve.path} section="lend" title={t('title', said)} description={t('description', said)}>
      <ReserveArticle reserve={reserve} />
    </Shell>
  )
}
