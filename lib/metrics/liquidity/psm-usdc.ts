import { erc20 } from '../../contracts/erc20'
import { psm3 } from '../../contracts/psm3'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofPsm3 } from './layer'

export const psmUsdc = defineMetric({
  id: 'liquidity.psm-usdc',
  ...ofPsm3,
  unit: 'token',
  reads: [psm3, erc20],
  formula: 'USDC.balanceOf(PSM3.pocket())',
  text: {
    en: {
      title: 'USDC in the PSM',
      what: 'The USDC of the peg stability module, wherever it keeps it.',
      caveats: ['The pocket may be another address than the module: its own balance would then read 0.'],
    },
    'zh-Hant': {
      title: 'PSM 中的 USDC',
      what: '錨定穩定模組（PSM3）的 USDC，不論存放於何處。',
      caveats: ['pocket 可能不是模組本身的位址：此時模組自身的餘額會是 0。'],
    },
  },
  async read(reader) {
    const usdc = reader.address('USDC')
    const [pocket, decimals] = await Promise.all([
      reader.read(psm3, reader.address('PSM3'), 'pocket'),
      reader.read(erc20, usdc, 'decimals'),
    ])
    return { label: 'PSM3', value: fixed(await reader.read(erc20, usdc, 'balanceOf', [pocket]), decimals) }
  },
})
