import { useTranslations } from 'next-intl'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'
import { Value } from '../figures/value'
import type { Reserve } from './reserve-model'

const switches = [
  'active',
  'frozen',
  'paused',
  'borrowing-enabled',
  'flash-loan-enabled',
  'borrowable-in-isolation',
  'siloed-borrowing',
] as const

/** The market's switches for this reserve, and what each does. */
export function ReserveFlags({ reserve: { get } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.switches')
  return (
    <Block id="flags" title={t('title')} caption={t('caption')}>
      <FactList
        facts={switches.map((name) => ({
          key: name,
          name: t(`${name}.name`),
          about: t(`${name}.what`),
          value: <Value of={get(name)} />,
        }))}
      />
    </Block>
  )
}
