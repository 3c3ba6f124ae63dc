import { erc20 } from '../../contracts/erc20'
import { defineMetric } from '../define'
import { ofToken, wad } from './token'

export const totalSupply = defineMetric({
  id: 'spk.total-supply',
  ...ofToken,
  reads: [erc20],
  formula: 'SPK.totalSupply()',
  text: {
    en: {
      title: 'SPK supply',
      what: 'How many SPK there are.',
      caveats: [
        'Ten billion were minted at launch, and no cap stands in the contract: whoever is a ward may mint.',
        'Copies on other chains are backed by SPK locked on Ethereum, and are not added.',
      ],
    },
    'zh-Hant': {
      title: 'SPK 總供應量',
      what: '現有 SPK 的總數。',
      caveats: [
        '上線時鑄造 100 億枚；合約未設上限：凡為 ward 者皆可增發。',
        '其他鏈上的 SPK 由鎖定在以太坊的 SPK 支持，不另計入。',
      ],
    },
  },
  async read(reader) {
    return { label: 'SPK', value: wad(await reader.read(erc20, reader.address('SPK'), 'totalSupply')) }
  },
})
