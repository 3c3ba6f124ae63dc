import { zeroAddress } from 'viem'
import { debtToken } from '../../contracts/debt-token'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './reserve'

export const borrowed = defineMetric({
  id: 'lend.borrowed',
  ...ofReserve,
  unit: 'token',
  reads: [...reserveReads, debtToken],
  formula: {
    en: 'variable debt token totalSupply() + stable debt token totalSupply()',
    'zh-Hant': '浮動債務代幣 totalSupply() + 固定債務代幣 totalSupply()',
  },
  text: {
    en: {
      title: 'Borrowed',
      what: 'What borrowers owe of the asset, interest up to the block included.',
      caveats: ['Stable debt is 0 on both markets; it is read all the same.'],
    },
    'zh-Hant': {
      title: '借款總額',
      what: '借款人積欠的數量，含截至該區塊的利息。',
      caveats: ['兩個市場的固定利率債務皆為 0，仍照常讀取。'],
    },
  },
  async read(reader, key) {
    const { label, data, config } = await reserveOf(reader, key)
    // Later versions of the pool have no stable debt token any more.
    const tokens = [data.variableDebtTokenAddress, data.stableDebtTokenAddress].filter((token) => token !== zeroAddress)
    const debts = await Promise.all(tokens.map((token) => reader.read(debtToken, token, 'totalSupply')))
    return {
      label,
      value: fixed(
        debts.reduce((sum, debt) => sum + debt, 0n),
        config.decimals,
      ),
    }
  },
})
