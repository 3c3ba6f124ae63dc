import { erc20 } from '../../contracts/erc20'
import { psm3 } from '../../contracts/psm3'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { assetDecimals, ofSusdc, shareOf, shareReads } from './products'

export const instantLiquidity = defineMetric({
  id: 'savings.instant-liquidity',
  ...ofSusdc,
  unit: 'token',
  reads: [...shareReads, psm3],
  formula: {
    en: 'USDC.balanceOf(pocket of LitePSM, or of PSM3 on other chains)',
    'zh-Hant': 'USDC.balanceOf(LitePSM 的 pocket；其他鏈為 PSM3 的 pocket)',
  },
  text: {
    en: {
      title: 'Instant liquidity',
      what: 'The USDC from which sUSDC can be withdrawn at once.',
      caveats: [
        'All who use the peg stability module draw on it, not sUSDC alone.',
        'It can be less, or more, than all sUSDC is worth.',
      ],
    },
    'zh-Hant': {
      title: '即時流動性',
      what: 'sUSDC 可立即提領的 USDC 來源。',
      caveats: ['所有使用錨定穩定模組（PSM）的人共用，不專屬於 sUSDC。', '可能少於或多於所有 sUSDC 的價值。'],
    },
  },
  async read(reader, key) {
    const { product, label } = await shareOf(reader, key)
    const pocket =
      product.kind === 'susdc'
        ? reader.address('PSM_POCKET')
        : await reader.read(psm3, reader.address('PSM3'), 'pocket')
    const [decimals, cash] = await Promise.all([
      assetDecimals(reader, product),
      reader.read(erc20, reader.address(product.asset), 'balanceOf', [pocket]),
    ])
    return { label, value: fixed(cash, decimals) }
  },
})
