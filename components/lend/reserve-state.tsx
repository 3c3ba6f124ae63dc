import { useTranslations } from 'next-intl'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import type { Reserve } from './reserve-model'

const amounts = ['supplied', 'sky-supplied', 'borrowed', 'available', 'accrued-to-treasury'] as const

/** What lies in the reserve, in its own token and in dollars. */
export function ReserveState({ reserve: { get, label } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.state')
  const dollars = (name: string) =>
    name === 'sky-supplied' || name === 'accrued-to-treasury' ? null : get(`${name}-usd`)
  return (
    <Block id="state" title={t('title')} caption={t('caption', { asset: label })}>
      <FactList
        facts={[
          ...amounts.map((name) => {
            const worth = dollars(name)
            return {
              key: name,
              name: t(`${name}.name`),
              about: t(`${name}.what`),
              value: (
                <>
                  <Value of={get(name)} form="full" unit />
                  {worth ? (
                    <span className="block text-muted">
                      <Value of={worth} form="full" />
                    </span>
                  ) : null}
                </>
              ),
            }
          }),
          {
            key: 'utilization',
            name: t('utilization.name'),
            about: t('utilization.what'),
            value: <Value of={get('utilization')} form="full" decimals={2} />,
          },
          {
            key: 'price',
            name: t('price.name'),
            about: t('price.what'),
            value: (
              <>
                <Value of={get('price')} form="full" decimals="all" />
                <Notes of={get('price')} />
              </>
            ),
          },
        ]}
      />
    </Block>
  )
}
