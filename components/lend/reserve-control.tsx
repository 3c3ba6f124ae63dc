import { useTranslations } from 'next-intl'
import type { Address } from 'viem'
import type { SparkChain } from '@/lib/chains'
import { Block } from '../figures/block'
import { type Fact, FactList } from '../figures/fact-list'
import { AddressLink } from '../provenance/address-link'
import { AddressValue } from '../provenance/address-value'
import type { Reserve } from './reserve-model'

const tokens = ['underlying', 'sp-token', 'debt-token', 'rate-strategy'] as const

/** The contracts of the reserve, each as the pool itself names it. */
export function ReserveContracts({ reserve: { chain, get } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.contracts')
  return (
    <Block id="contracts" title={t('title')} caption={t('caption')}>
      <FactList
        facts={tokens.map((name) => ({
          key: name,
          name: t(`${name}.name`),
          about: t(`${name}.what`),
          value: <AddressValue chain={chain} of={get(name)} proof={t('proof')} />,
        }))}
      />
    </Block>
  )
}

const roles = ['acl-admin', 'market-owner', 'pool-configurator'] as const

const powers = {
  ethereum: ['governance', 'cap-automator', 'freezer-mom', 'kill-switch'],
  gnosis: ['bridge-executor'],
} as const
type Power = (typeof powers)[keyof typeof powers][number]

/** The contract behind a power, by the registry of its chain. */
const addressOfPower = (chain: SparkChain, power: Power): Address | null => {
  if (chain.slug === 'gnosis') return chain.contracts.AMB_EXECUTOR.address
  if (chain.slug !== 'ethereum') return null
  const { SPARK_PROXY, CAP_AUTOMATOR, FREEZER_MOM, KILL_SWITCH_ORACLE } = chain.contracts
  switch (power) {
    case 'governance':
      return SPARK_PROXY.address
    case 'cap-automator':
      return CAP_AUTOMATOR.address
    case 'freezer-mom':
      return FREEZER_MOM.address
    case 'kill-switch':
      return KILL_SWITCH_ORACLE.address
    case 'bridge-executor':
      return null
  }
}

/** Who may change the reserve: what the market answers, and the machinery beside it, a sentence each. */
export function ReserveControl({ reserve: { chain, marketNumber } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.control')
  const contracts = useTranslations('lend.contracts')
  const read: readonly Fact[] = roles.map((name) => ({
    key: name,
    name: t(`${name}.name`),
    about: t(`${name}.what`),
    value: <AddressValue chain={chain} of={marketNumber(name)} proof={contracts('proof')} />,
  }))
  const known: readonly Power[] = chain.slug === 'ethereum' || chain.slug === 'gnosis' ? powers[chain.slug] : []
  const beside: readonly Fact[] = known.map((power) => {
    const address = addressOfPower(chain, power)
    return {
      key: power,
      name: t(`${power}.name`),
      about: t(`${power}.what`),
      value: address ? <AddressLink chain={chain} address={address} /> : null,
    }
  })
  return (
    <Block id="control" title={t('title')} caption={t('caption')}>
      <div className="grid gap-x-12 gap-y-5 md:grid-cols-2">
        <section className="min-w-0">
          <h3 className="mb-1 font-medium">{t('read')}</h3>
          <FactList facts={read} />
        </section>
        <section className="min-w-0">
          <h3 className="mb-1 font-medium">{t('beside')}</h3>
          <FactList facts={beside} />
        </section>
      </div>
    </Block>
  )
}
