import { useLocale, useTranslations } from 'next-intl'
import type { LayerPart } from '@/lib/metrics/liquidity/parts'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Block } from '../figures/block'
import { Notes } from '../figures/notes'
import { NumberLink } from '../figures/number-link'
import { Value } from '../figures/value'
import { keyLabel } from '../numbers/number-label'
import { HoldingTable } from './holding-table'
import { type Holding, holdingsOf, inParts, isEmpty, layerChains } from './model'

type HoldingsProps = { readonly numbers: NumberIndex; readonly sort: string | readonly string[] | undefined }

/** The parts, each told and listed apart, in the order in which they matter. */
const sections: readonly {
  readonly name: 'work' | 'idle' | 'transit' | 'others' | 'sky' | 'd3m'
  readonly parts: readonly LayerPart[]
}[] = [
  { name: 'work', parts: ['DEPLOYED'] },
  { name: 'idle', parts: ['IDLE'] },
  { name: 'transit', parts: ['IN_TRANSIT', 'OUTSTANDING'] },
  { name: 'others', parts: ['OTHER_HOLDERS'] },
  { name: 'sky', parts: ['SKY_ISSUED'] },
  { name: 'd3m', parts: ['D3M'] },
]

/** Every holding, by what it is to the layer; those of nothing folded away. */
export function Holdings({ numbers, sort }: HoldingsProps) {
  const t = useTranslations('liquidity.holdings')
  const all = holdingsOf(numbers)
  return (
    <Block id="holdings" title={t('title')} caption={t('caption')}>
      <div className="space-y-8">
        {sections.map(({ name, parts }) => {
          const shown = inParts(all, parts)
          return (
            <section key={name} id={`holdings-${name}`}>
              <h3 className="font-medium">
                {t(`${name}.title`)}
                {parts.map((part) => (
                  <span key={part} className="ml-2 font-normal">
                    <Value of={numbers.get('liquidity.part-usd', 'all', part)} />
                  </span>
                ))}
              </h3>
              <p className="prose mb-1 text-small text-muted">{t(`${name}.what`)}</p>
              {parts.map((part) => (
                <Notes key={part} of={numbers.get('liquidity.part-usd', 'all', part)} className="mb-1" />
              ))}
              {shown.length > 0 ? (
                <HoldingTable id={`liquidity-${name}`} caption={t(`${name}.title`)} holdings={shown} sort={sort} />
              ) : (
                <p className="text-small text-muted">{t('none')}</p>
              )}
            </section>
          )
        })}
        <Empty holdings={all.filter(isEmpty)} />
      </div>
    </Block>
  )
}

/** What the layer can hold and does not, by chain. */
function Empty({ holdings }: { readonly holdings: readonly Holding[] }) {
  const locale = useLocale()
  const t = useTranslations('liquidity.holdings')
  if (holdings.length === 0) return null
  return (
    <details>
      <summary className="font-medium">{t('empty', { count: holdings.length })}</summary>
      <p className="prose mt-1 text-small text-muted">{t('empty-what')}</p>
      {layerChains.map(({ slug, name }) => {
        const here = holdings.filter(({ chain }) => chain.slug === slug)
        return here.length === 0 ? null : (
          <section key={slug} className="mt-2 text-small">
            <h4 className="text-muted">{name}</h4>
            <ul className="flex flex-wrap gap-x-4">
              {here.map(({ id, amount, place }) => (
                <li key={id}>
                  <NumberLink of={amount} title={place.venue}>
                    {keyLabel(amount, locale)}
                  </NumberLink>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </details>
  )
}
