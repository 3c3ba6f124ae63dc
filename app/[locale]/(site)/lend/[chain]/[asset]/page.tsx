import { getTranslations } from 'next-intl/server'
import { definePage } from '@/app/define-page'
import { Waiting } from '@/components/layout/waiting'
import { NoSuchReserve } from '@/components/lend/no-such-reserve'
import { ReserveArticle } from '@/components/lend/reserve'
import { findReserve } from '@/components/lend/reserve-model'

export default definePage('reserve', async ({ numbers, params: { chain, asset } }) => {
  if (!numbers) return { path: `/lend/${chain}/${asset}`, title: asset, body: <Waiting /> }
  const t = await getTranslations('lend')
  const reserve = findReserve(numbers, chain, asset)
  if (!reserve) {
    const body = <NoSuchReserve numbers={numbers} chain={chain} asset={asset} />
    return { status: 404, path: '/lend', title: t('missing.title'), body }
  }
  const names = { asset: reserve.label, chain: reserve.chain.name }
  return {
    path: reserve.path,
    title: t('reserve.title', names),
    description: t('reserve.description', names),
    body: <ReserveArticle reserve={reserve} />,
  }
})
