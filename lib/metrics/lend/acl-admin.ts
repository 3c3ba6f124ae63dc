import { addressesProvider } from '../../contracts/addresses-provider'
import { defineMetric } from '../define'
import { fromAddress, ofMarket } from './market'

export const aclAdmin = defineMetric({
  id: 'lend.acl-admin',
  ...ofMarket,
  unit: 'address',
  reads: [addressesProvider],
  formula: 'PoolAddressesProvider.getACLAdmin()',
  text: {
    en: {
      title: 'Role admin',
      what: 'Who grants and takes the market’s roles.',
      caveats: [
        'An address, as a number.',
        'The admin named at the start: the role manager knows who holds the role now.',
      ],
    },
    'zh-Hant': {
      title: '權限管理者',
      what: '授予與撤銷市場各項角色的位址。',
      caveats: ['以數字表示的位址。', '這是設定時指定的管理者；目前由誰持有角色，以權限合約為準。'],
    },
  },
  async read(reader) {
    return {
      value: fromAddress(
        await reader.read(addressesProvider, reader.address('POOL_ADDRESSES_PROVIDER'), 'getACLAdmin'),
      ),
    }
  },
})
