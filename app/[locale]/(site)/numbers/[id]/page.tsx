import { getTranslations } from 'next-intl/server'
import { definePage } from '@/app/define-page'
import { Waiting } from '@/components/layout/waiting'
import { NumberPage } from '@/components/numbers/number-page'
import { RefusedTime } from '@/components/numbers/refused-time'
import { UnknownNumber } from '@/components/numbers/unknown-number'
import { numberPath } from '@/lib/i18n/locales'
import { fullNameOf } from '@/lib/numbers/name'
import { proofOf } from '@/lib/snapshot/proof'

export default definePage('number', async ({ locale, numbers, network, params: { id }, query }) => {
  const [t, errors] = await Promise.all([getTranslations('numbers'), getTranslations('errors.number')])
  const page = (title: string, body: React.ReactNode) =>
    ({ path: numberPath(id), title, description: t('description', { title }), body }) as const
  if (!numbers) return page(id, <Waiting />)
  const proof = proofOf(numbers, id)
  if (!proof) return { ...page(errors('title'), <UnknownNumber numbers={numbers} id={id} />), status: 404 }
  if (query.at !== undefined) return { ...page(t('at.title'), <RefusedTime id={id} />), status: 400, refused: ['at'] }
  const article = <NumberPage numbers={numbers} proof={proof} embedded={network === 'embedded'} />
  return page(fullNameOf(proof.number, locale), article)
})
