import { positions } from '../../positions'
import { amountReads, prefetchAmount, readAmount } from '../../positions/read-amount'
import { defineMetric } from '../define'
import { ofPosition, positionFor, positionLabel } from './layer'

export const position = defineMetric({
  id: 'liquidity.position',
  ...ofPosition,
  unit: 'token',
  symbol: 'label',
  reads: amountReads,
  prefetch: (reader) => positions[reader.chain.slug].flatMap((position) => prefetchAmount(reader, position)),
  formula: {
    en: 'token.balanceOf(holder), by the token’s decimals; the SPK farm’s in USDS; PSM3: shares(holder); .COOLDOWN, .PENDING and .CLAIMABLE: the queue’s own figure',
    'zh-Hant':
      'token.balanceOf(holder)，依代幣小數位；PSM3 為 shares(holder)；.COOLDOWN、.PENDING、.CLAIMABLE 為佇列自身的數字',
  },
  text: {
    en: {
      title: 'Position',
      what: 'How much the liquidity layer holds of a token; of what is under way, how much in its own unit.',
      caveats: [
        'The list of what can be held is kept by hand, after the rate limits set by governance: no contract enumerates it.',
        'Positions in Uniswap v4 and exits from ether.fi cannot be listed by a view call: they are missing here.',
        'What custodians and brokers hold off-chain, and what is between two chains for some minutes, is in no balance.',
        'BINANCE_EXCHANGE.OUTSTANDING is what the exchange was sent and has not yet returned, by the controller’s own count.',
      ],
    },
    'zh-Hant': {
      title: '持倉',
      what: '流動性層持有某代幣的數量；處理中的款項以其自身單位計。',
      caveats: [
        '可持有項目的清單依治理設定的額度人工維護：沒有合約能列舉。',
        'Uniswap v4 的倉位與 ether.fi 的贖回無法以唯讀呼叫列舉：此處不含。',
        '託管商與經紀商的鏈下資產，以及跨鏈途中數分鐘內的款項，不在任何餘額之中。',
        'BINANCE_EXCHANGE.OUTSTANDING 為控制器記載、已送往交易所而尚未取回的金額。',
      ],
    },
  },
  async read(reader, key) {
    const chain = reader.chain.slug
    return { label: positionLabel(chain, key), value: await readAmount(reader, positionFor(chain, key)) }
  },
})
