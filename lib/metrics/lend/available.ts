import { erc20 } from '../../contracts/erc20'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './reserve'

export const available = defineMetric({
  id: 'lend.available',
  ...ofReserve,
  unit: 'token',
  reads: reserveReads,
  formula: 'asset.balanceOf(spToken)',
  text: {
    en: {
      title: 'Available',
      what: 'The reserve’s cash: what lies in the spToken and is not lent out.',
      caveats: [
        'A paused reserve’s cash is real but cannot be withdrawn for now.',
        'Supplied less borrowed differs from it by what the treasury is owed and by what was sent to the contract directly.',
      ],
    },
    'zh-Hant': {
      title: '可用餘額',
      what: '儲備的現金：存放於 spToken 而未借出的數量。',
      caveats: ['暫停中的儲備，現金仍在但暫時無法提領。', '與「存款減借款」相差國庫應收，以及直接轉入合約的部分。'],
    },
  },
  async read(reader, key) {
    const { asset, label, data, config } = await reserveOf(reader, key)
    return {
      label,
      value: fixed(await reader.read(erc20, asset, 'balanceOf', [data.aTokenAddress]), config.decimals),
    }
  },
})
