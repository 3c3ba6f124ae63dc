import type { ContractKey } from '../../chains'
import { aToken } from '../../contracts/a-token'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './reserve'

/** Who supplies on Sky's account: the liquidity layer and the direct deposit module. Gnosis has neither. */
const skySuppliers = ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'D3M_SPARK_DAI'] as const satisfies readonly ContractKey[]

export const skySupplied = defineMetric({
  id: 'lend.sky-supplied',
  ...ofReserve,
  unit: 'token',
  reads: [...reserveReads, aToken],
  formula: 'Σ spToken.balanceOf(ALM_PROXY, ALM_PROXY_FREEZABLE, D3M_SPARK_DAI)',
  text: {
    en: {
      title: 'Supplied by Sky',
      what: 'What the liquidity layer and Sky’s direct deposit module have supplied of the asset, interest included.',
      caveats: [
        'On Gnosis there is no liquidity layer: 0 by definition.',
        'Treasuries that hold spTokens from fees are not among these.',
      ],
    },
    'zh-Hant': {
      title: 'Sky 存款',
      what: '流動性層與 Sky 直接存款模組（D3M）存入此儲備的數量，含利息。',
      caveats: ['Gnosis 沒有流動性層：依定義為 0。', '國庫因費用而持有的 spToken 不計在內。'],
    },
  },
  async read(reader, key) {
    const { label, data, config } = await reserveOf(reader, key)
    const holders = skySuppliers.filter((supplier) => reader.has(supplier))
    const balances = await Promise.all(
      holders.map((holder) => reader.read(aToken, data.aTokenAddress, 'balanceOf', [reader.address(holder)])),
    )
    return {
      label,
      value: fixed(
        balances.reduce((sum, each) => sum + each, 0n),
        config.decimals,
      ),
    }
  },
})
