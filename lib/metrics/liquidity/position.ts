import { positions } from '../../positions'
import { amountReads, prefetchAmount, readAmount } from '../../positions/read-amount'
import { defineMetric, revised } from '../define'
import { ofPosition, positionFor, positionLabel } from './layer'

export const position = defineMetric({
  id: 'liquidity.position',
  ...ofPosition,
  versions: revised({
    since: '2026-11-30',
    change: {
      en: 'Maple’s first queue, processed shares, cancelled requests and claims of a frozen holder are read; what an exchange owes counts over all controllers, less what has come back.',
      'zh-Hant':
        '讀取 Maple 初版佇列、已處理的份額、已取消的請求與遭凍結持有人可領取的款項；交易所應返還的金額改以歷任控制器合計，並扣除已退回的部分。',
    },
  }),
  unit: 'token',
  symbol: 'label',
  reads: amountReads,
  prefetch: (reader) => positions[reader.chain.slug].flatMap((position) => prefetchAmount(reader, position)),
  formula: {
    en: 'token.balanceOf(holder), by the token’s decimals; the SPK farm’s in USDS; PSM3: shares(holder); .COOLDOWN, .PENDING, .CLAIMABLE and .CANCELLED: the queue’s own figure; .OUTSTANDING: Σ over controllers (sent18 − claimed18) − what lies in the buffer, at least 0',
    'zh-Hant':
      'token.balanceOf(holder)，依代幣小數位；PSM3 為 shares(holder)；.COOLDOWN、.PENDING、.CLAIMABLE、.CANCELLED 為佇列自身的數字；.OUTSTANDING 為各控制器（sent18 − claimed18）的總和減去緩衝合約中的餘額，最低為 0',
  },
  text: {
    en: {
      title: 'Position',
      what: 'How much the liquidity layer holds of a token; of what is in transit, how much in its own unit.',
      caveats: [
        'The list of what can be held is kept by hand, following the rate limits that governance has set: no contract lists it.',
        'Positions in Uniswap v4 and exits from ether.fi cannot be listed by a view call: they are missing here.',
        'What custodians and brokers hold off chain, and what is between two chains for some minutes, is in no balance.',
        'BINANCE_EXCHANGE.OUTSTANDING is what the exchange was sent and has not yet returned, by the count of every controller that has sent it something. What has come back counts in the buffer.',
        'Shares in Maple’s queue include those already processed, which their owner has yet to redeem.',
        'What may be claimed counts even while the holder is frozen and cannot claim it.',
      ],
    },
    'zh-Hant': {
      title: '部位',
      what: '流動性層持有某代幣的數量；處理中的款項以其自身單位計。',
      caveats: [
        '可持有項目的清單依治理設定的額度人工維護：沒有合約能列舉。',
        'Uniswap v4 的部位與 ether.fi 的贖回無法以唯讀呼叫列舉：此處不含。',
        '託管商與經紀商的鏈下資產，以及跨鏈途中數分鐘內的款項，不在任何餘額之中。',
        'BINANCE_EXCHANGE.OUTSTANDING 為歷任控制器記載、已送往交易所而尚未取回的金額；已退回的款項計入緩衝合約。',
        'Maple 佇列中的份額，包含已處理、持有人尚未自行贖回的部分。',
        '可領取的款項即使在持有人遭凍結、暫時無法領取時仍計入。',
      ],
    },
  },
  async read(reader, key) {
    const chain = reader.chain.slug
    return { label: positionLabel(chain, key), value: await readAmount(reader, positionFor(chain, key)) }
  },
})
