import { useTranslations } from 'next-intl'
import type { Address } from 'viem'
import { type ContractKey, deploymentOf, type SparkChain } from '@/lib/chains'
import { Block } from '../figures/block'
import { type Fact, FactList } from '../figures/fact-list'
import { Value } from '../figures/value'
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

/** The machinery beside a market, each by the contract that it is; a chain has those that its file names. */
const powers = {
  governance: 'SPARK_PROXY',
  'cap-automator': 'CAP_AUTOMATOR',
  'freezer-mom': 'FREEZER_MOM',
  'kill-switch': 'KILL_SWITCH_ORACLE',
  'bridge-executor': 'AMB_EXECUTOR',
} as const satisfies Readonly<Record<string, ContractKey>>

type Power = { readonly name: keyof typeof powers; readonly address: Address }

const names = Object.keys(powers) as readonly (keyof typeof powers)[] // safe: the keys of the constant above

const powersOn = (chain: SparkChain): readonly Power[] =>
  names.flatMap((name) => {
    const address = deploymentOf(chain, powers[name])?.address
    return address === undefined ? [] : { name, address }
  })

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
  const triggered = () => <Value of={marketNumber('kill-switch-triggered')} />
  const beside: readonly Fact[] = powersOn(chain).map(({ name, address }) => ({
    key: name,
    name: t(`${name}.name`),
    about: (
      <>
        {t(`${name}.what`)} {name === 'kill-switch' ? t.rich('kill-switch.state', { state: triggered }) : null}
      </>
    ),
    value: <AddressLink chain={chain} address={address} />,
  }))
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
