import { useTranslations } from 'next-intl'
import { deploymentOf } from '@/lib/chains'
import { addressOf } from '@/lib/numbers/value'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { AddressValue } from '../provenance/address-value'
import { oracleOf } from './oracle-model'
import type { Reserve } from './reserve-model'

/** Where the price comes from and what that price cannot see. */
export function ReserveOracle({ reserve: { chain, get, marketNumber } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.oracle')
  const source = addressOf(get('oracle-source'))
  const facts = source ? oracleOf(chain, source) : null
  const { value: backup } = marketNumber('fallback-oracle')
  const fallback = backup === null ? 'fallback-unread' : backup.raw === 0n ? 'fallback-none' : 'fallback-some'
  const oracle = deploymentOf(chain, 'AAVE_ORACLE')?.address ?? null
  return (
    <Block id="oracle" title={t('title')} caption={facts ? t(`kinds.${facts.kind}`) : t('not-read')}>
      <FactList
        facts={[
          {
            key: 'price',
            name: t('price'),
            value: <Value of={get('price')} form="full" decimals="all" />,
          },
          {
            key: 'source',
            name: t('source'),
            about: t('source-what'),
            value: <AddressValue chain={chain} of={get('oracle-source')} proof={t('proof')} />,
          },
          ...(oracle
            ? [
                {
                  key: 'oracle',
                  name: t('oracle'),
                  about: t(fallback),
                  value: <AddressLink chain={chain} address={oracle} />,
                },
              ]
            : []),
        ]}
      />
    </Block>
  )
}
