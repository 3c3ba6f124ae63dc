import { addressesProvider } from '../../contracts/addresses-provider'
import { defineMetric } from '../define'
import { addressText } from './addresses'
import { ofMarket } from './market'
import type { ReserveRow } from './reserve'
import { fromAddress } from './values'

type Row = ReserveRow & { readonly functionName: 'getACLAdmin' | 'owner' | 'getPoolConfigurator' }

const rows: readonly Row[] = [
  {
    id: 'lend.acl-admin',
    functionName: 'getACLAdmin',
    text: {
      en: {
        title: 'Role admin',
        what: 'Who grants and takes the market’s roles.',
        caveats: ['The admin named at the start: the role manager knows who holds the role now.'],
      },
      'zh-Hant': {
        title: '權限管理者',
        what: '授予與撤銷市場各項角色的位址。',
        caveats: ['這是設定時指定的管理者；目前由誰持有角色，以權限合約為準。'],
      },
    },
  },
  {
    id: 'lend.market-owner',
    functionName: 'owner',
    text: {
      en: { title: 'Market owner', what: 'Who may replace the market’s contracts: pool, configurator, oracle.' },
      'zh-Hant': { title: '市場擁有者', what: '可更換市場合約（資金池、設定合約、預言機）的位址。' },
    },
  },
  {
    id: 'lend.pool-configurator',
    functionName: 'getPoolConfigurator',
    text: {
      en: { title: 'Pool configurator', what: 'The contract through which every parameter of the market is set.' },
      'zh-Hant': { title: '設定合約', what: '市場所有參數均經由此合約設定。' },
    },
  },
]

/** Who may change the market, as its addresses provider says. */
export const marketAddresses = rows.map(({ functionName, text, ...row }) =>
  defineMetric({
    ...ofMarket,
    ...row,
    unit: 'address',
    formula: `PoolAddressesProvider.${functionName}()`,
    text: addressText(text),
    reads: [addressesProvider],
    async read(reader) {
      const provider = reader.address('POOL_ADDRESSES_PROVIDER')
      return { value: fromAddress(await reader.read(addressesProvider, provider, functionName)) }
    },
  }),
)
