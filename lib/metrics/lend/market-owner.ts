import { addressesProvider } from '../../contracts/addresses-provider'
import { defineMetric } from '../define'
import { fromAddress, ofMarket } from './market'

export const marketOwner = defineMetric({
  id: 'lend.market-owner',
  ...ofMarket,
  unit: 'address',
  reads: [addressesProvider],
  formula: 'PoolAddressesProvider.owner()',
  text: {
    en: {
      title: 'Market owner',
      what: 'Who may replace the market’s contracts: pool, configurator, oracle.',
      caveats: ['An address, as a number.'],
    },
    'zh-Hant': {
      title: '市場擁有者',
      what: '可更換市場合約（資金池、設定合約、預言機）的位址。',
      caveats: ['以數字表示的位址。'],
    },
  },
  async read(reader) {
    return {
      value: fromAddress(await reader.read(addressesProvider, reader.address('POOL_ADDRESSES_PROVIDER'), 'owner')),
    }
  },
})
