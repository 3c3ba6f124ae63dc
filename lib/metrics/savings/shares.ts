import { defineMetric } from '../define'
import { ofProduct, shareOf, shareReads } from './products'
import { sharesOf } from './share-values'

export const shares = defineMetric({
  id: 'savings.shares',
  ...ofProduct,
  unit: 'token',
  symbol: 'label',
  reads: shareReads,
  formula: 'totalSupply()',
  text: {
    en: {
      title: 'Shares',
      what: 'How many shares of the product there are on the chain.',
      caveats: ['Bridged sUSDS lie in escrow on Ethereum and are counted there too.'],
    },
    'zh-Hant': {
      title: '份額',
      what: '該鏈上這項產品的份額總數。',
      caveats: ['跨鏈 sUSDS 鎖定於以太坊的託管合約，在以太坊也會計入。'],
    },
  },
  async read(reader, key) {
    const share = await shareOf(reader, key)
    return { label: share.label, value: await sharesOf(reader, share) }
  },
})
