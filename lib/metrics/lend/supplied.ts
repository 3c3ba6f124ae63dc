import { aToken } from '../../contracts/a-token'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './reserve'

export const supplied = defineMetric({
  id: 'lend.supplied',
  ...ofReserve,
  unit: 'token',
  reads: [...reserveReads, aToken],
  formula: 'spToken.totalSupply()',
  text: {
    en: {
      title: 'Supplied',
      what: 'What suppliers own of the asset, interest up to the block included.',
      caveats: ['Leaves out what the treasury is owed and has not been minted yet.'],
    },
    'zh-Hant': {
      title: '存款總額',
      what: '存款人擁有的數量，含截至該區塊的利息。',
      caveats: ['不含國庫應得而尚未鑄造的部分。'],
    },
  },
  async read(reader, key) {
    const { label, data, config } = await reserveOf(reader, key)
    return {
      label,
      value: fixed(await reader.read(aToken, data.aTokenAddress, 'totalSupply'), config.decimals),
    }
  },
})
