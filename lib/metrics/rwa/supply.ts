import { tokenLabel } from '../../chains'
import { erc20 } from '../../contracts/erc20'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { fundFor, ofFund } from './funds'

export const supply = defineMetric({
  id: 'rwa.supply',
  ...ofFund,
  class: 'onchain',
  unit: 'token',
  symbol: 'label',
  reads: [erc20],
  formula: { en: 'token.totalSupply(), by the token’s decimals', 'zh-Hant': 'token.totalSupply()，依代幣小數位' },
  text: {
    en: {
      title: 'Supply',
      what: 'Tokens of a fund in existence on the chain.',
      caveats: ['Funds also issue on chains that are not read here: Solana, Aptos, Avalanche, Stellar and others.'],
    },
    'zh-Hant': {
      title: '供應量',
      what: '基金在該鏈上現存的代幣數量。',
      caveats: ['基金亦在此處未讀取的鏈上發行：Solana、Aptos、Avalanche、Stellar 等。'],
    },
  },
  async read(reader, key) {
    const token = reader.address(fundFor(key))
    const [supply, decimals] = await Promise.all([
      reader.read(erc20, token, 'totalSupply'),
      reader.read(erc20, token, 'decimals'),
    ])
    return { label: tokenLabel(reader.chain, key), value: fixed(supply, decimals) }
  },
})
