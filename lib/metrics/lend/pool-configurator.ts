import { addressesProvider } from '../../contracts/addresses-provider'
import { defineMetric } from '../define'
import { fromAddress, ofMarket } from './market'

export const poolConfigurator = defineMetric({
  id: 'lend.pool-configurator',
  ...ofMarket,
  unit: 'address',
  reads: [addressesProvider],
  formula: 'PoolAddressesProvider.getPoolConfigurator()',
  text: {
    en: {
      title: 'Pool configurator',
      what: 'The contract through which every parameter of the market is set.',
      caveats: ['An address, as a number.'],
    },
    'zh-Hant': {
      title: '設定合約',
      what: '市場所有參數均經由此合約設定。',
      caveats: ['以數字表示的位址。'],
    },
  },
  async read(reader) {
    return {
      value: fromAddress(
        await reader.read(addressesProvider, reader.address('POOL_ADDRESSES_PROVIDER'), 'getPoolConfigurator'),
      ),
    }
  },
})
