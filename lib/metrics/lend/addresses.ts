import type { Address } from 'viem'
import { defineMetric, type Words, withCaveats } from '../define'
import { fromReserve, ofReserve, type Reserve, type ReserveRow, reserveReads } from './reserve'
import { fromAddress } from './values'

/** An address is a number like any other: so it is stored and compared. */
export const addressText = (text: Words['text']): Words['text'] =>
  withCaveats(text, { en: 'An address, stored as a number.', 'zh-Hant': '以數字表示的位址。' })

type Row = ReserveRow & Pick<Words, 'formula'> & { readonly address: (reserve: Reserve) => Address }

const defineAddress = ({ address, text, ...row }: Row) =>
  defineMetric({
    ...ofReserve,
    ...row,
    unit: 'address',
    text: addressText(text),
    reads: reserveReads,
    read: fromReserve((reserve) => ({ value: fromAddress(address(reserve)) })),
  })

export const rateStrategy = defineAddress({
  id: 'lend.rate-strategy',
  address: ({ data }) => data.interestRateStrategyAddress,
  formula: 'Pool.getReserveData(asset).interestRateStrategyAddress',
  text: {
    en: { title: 'Rate strategy', what: 'The contract that holds the reserve’s interest-rate curve.' },
    'zh-Hant': { title: '利率策略', what: '儲存這個儲備利率曲線的合約。' },
  },
})

const rows: readonly Row[] = [
  {
    id: 'lend.underlying',
    address: ({ asset }) => asset,
    formula: 'Pool.getReservesList()',
    text: {
      en: { title: 'Underlying asset', what: 'The token the reserve is about.' },
      'zh-Hant': { title: '標的資產', what: '這個儲備的代幣。' },
    },
  },
  {
    id: 'lend.sp-token',
    address: ({ data }) => data.aTokenAddress,
    formula: 'Pool.getReserveData(asset).aTokenAddress',
    text: {
      en: { title: 'spToken', what: 'The token that suppliers hold; it also holds the reserve’s cash.' },
      'zh-Hant': { title: 'spToken', what: '存款人持有的代幣；儲備的現金也存放於此。' },
    },
  },
  {
    id: 'lend.debt-token',
    address: ({ data }) => data.variableDebtTokenAddress,
    formula: 'Pool.getReserveData(asset).variableDebtTokenAddress',
    text: {
      en: { title: 'Debt token', what: 'The token that counts variable debt.' },
      'zh-Hant': { title: '債務代幣', what: '記錄浮動利率債務的代幣。' },
    },
  },
]

/** The tokens of a reserve. */
export const tokenAddresses = rows.map(defineAddress)
