import { useTranslations } from 'next-intl'
import { formatCount } from '@/lib/format/number'
import { Block } from '../figures/block'
import { type Fact, FactList } from '../figures/fact-list'
import { NumberLink } from '../figures/number-link'
import { Value } from '../figures/value'
import { Term } from '../ui/term'
import { isOff, isOn, type Reserve } from './reserve-model'

/** What the asset counts as collateral, alone and in its efficiency mode, and what it may be isolated to. */
export function ReserveCollateral({ reserve: { get } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.collateral')
  const ratio = (key: string, name: React.ReactNode = t(`${key as 'ltv'}.name`)): Fact => ({
    key,
    name,
    about: t(`${key as 'ltv'}.what`),
    value: <Value of={get(key)} />,
  })
  const category = get('emode')
  const emode: readonly Fact[] = isOn(category)
    ? [ratio('emode-ltv'), ratio('emode-liquidation-threshold'), ratio('emode-liquidation-bonus')]
    : []
  return (
    <Block id="collateral" title={t('title')} caption={isOff(get('liquidation-threshold')) ? t('none') : t('caption')}>
      <FactList
        facts={[
          ratio('ltv', <Term of="ltv">{t('ltv.name')}</Term>),
          ratio('liquidation-threshold', <Term of="liquidation-threshold">{t('liquidation-threshold.name')}</Term>),
          ratio('liquidation-bonus', <Term of="liquidation-bonus">{t('liquidation-bonus.name')}</Term>),
          ratio('liquidation-protocol-fee'),
          ratio('reserve-factor', <Term of="reserve-factor">{t('reserve-factor.name')}</Term>),
          {
            key: 'emode',
            name: <Term of="emode">{t('emode.name')}</Term>,
            about: t('emode.what'),
            value: category.value ? (
              <NumberLink of={category}>
                {isOn(category) ? t('category', { id: formatCount(category.value.raw, 'en') }) : t('no-category')}
              </NumberLink>
            ) : (
              <Value of={category} />
            ),
          },
          ...emode,
          {
            key: 'ceiling',
            name: t('ceiling.name'),
            about: t('ceiling.what'),
            value: isOff(get('debt-ceiling-usd')) ? (
              <NumberLink of={get('debt-ceiling-usd')}>{t('not-isolated')}</NumberLink>
            ) : (
              <Value of={get('debt-ceiling-usd')} form="full" />
            ),
          },
          ...(isOn(get('debt-ceiling-usd'))
            ? [
                {
                  key: 'isolation-debt',
                  name: t('isolation-debt.name'),
                  about: t('isolation-debt.what'),
                  value: <Value of={get('isolation-debt-usd')} form="full" decimals={2} />,
                },
              ]
            : []),
        ]}
      />
    </Block>
  )
}
