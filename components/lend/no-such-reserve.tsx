import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Sentence } from '../figures/sentence'
import { markets, reservesOf } from './reserve-model'

type Props = { readonly numbers: NumberIndex; readonly chain: string; readonly asset: string }

/** What stands where neither market has such a reserve: all those there are. */
export function NoSuchReserve({ numbers, chain, asset }: Props) {
  const locale = useLocale()
  const t = useTranslations('lend.missing')
  return (
    <>
      <Sentence>{t('sentence', { asset, chain })}</Sentence>
      <p className="prose mb-4">{t('what')}</p>
      {markets.map((market) => (
        <section key={market.slug} className="mb-4">
          <h2 className="font-medium">{market.name}</h2>
          <ul className="flex flex-wrap gap-x-4">
            {reservesOf(numbers, market).map(({ key, label, path }) => (
              <li key={key}>
                <a href={href(locale, path)} className="link">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
