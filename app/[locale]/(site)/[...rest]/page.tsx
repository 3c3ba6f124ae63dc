import { getTranslations } from 'next-intl/server'
import { definePage } from '@/app/define-page'
import { NotFound } from '@/components/layout/not-found'

/** Every path that no page claims. Not `notFound()`: Next answers that with an empty body to a reader without script. */
export default definePage('not-found', async () => {
  const t = await getTranslations('errors.not-found')
  return { status: 404, path: '/', title: t('title'), body: <NotFound /> }
})
