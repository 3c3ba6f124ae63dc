import { defineMetric } from '../define'
import { bitsOf, type Ending } from './config-bits'
import { fromReserve, ofReserve, type ReserveRow, reserveReads } from './reserve'
import { fromBps, premiumOf } from './values'

type Row = ReserveRow & {
  readonly field: 'ltv' | 'liquidationThreshold' | 'liquidationBonus' | 'liquidationProtocolFee' | 'reserveFactor'
  /** Of a bonus that includes the 100 %; else a share. */
  readonly premium?: true
}

const rows: readonly Row[] = [
  {
    id: 'lend.ltv',
    field: 'ltv',
    text: {
      en: {
        title: 'Loan to value',
        what: 'How much may be borrowed against one unit of the asset’s value.',
        caveats: [
          '0 means no new collateral: what is collateral already still counts up to its liquidation threshold.',
          'Accounts in an e-mode use the category’s ratio instead.',
        ],
      },
      'zh-Hant': {
        title: '貸款成數',
        what: '每單位資產價值可借出的比例。',
        caveats: ['0 表示不再接受新的抵押；已抵押的部分仍依清算門檻計算。', '使用高效模式的帳戶改用該類別的比例。'],
      },
    },
  },
  {
    id: 'lend.liquidation-threshold',
    field: 'liquidationThreshold',
    text: {
      en: {
        title: 'Liquidation threshold',
        what: 'The share of the collateral’s value above which a debt may be liquidated.',
        caveats: ['0 means that the asset is not accepted as collateral.'],
      },
      'zh-Hant': {
        title: '清算門檻',
        what: '債務超過抵押品價值的這個比例時，即可被清算。',
        caveats: ['0 表示這項資產不可作為抵押品。'],
      },
    },
  },
  {
    id: 'lend.liquidation-bonus',
    field: 'liquidationBonus',
    premium: true,
    text: {
      en: {
        title: 'Liquidation bonus',
        what: 'The premium a liquidator receives on the collateral taken.',
        caveats: ['Part of the premium goes to the treasury: see the liquidation protocol fee.'],
      },
      'zh-Hant': {
        title: '清算獎勵',
        what: '清算人取得抵押品時的溢價。',
        caveats: ['部分溢價歸國庫所有：見清算協議費。'],
      },
    },
  },
  {
    id: 'lend.liquidation-protocol-fee',
    field: 'liquidationProtocolFee',
    text: {
      en: {
        title: 'Liquidation protocol fee',
        what: 'The share of the liquidation bonus that goes to the treasury.',
        caveats: ['A share of the premium, not of the amount.'],
      },
      'zh-Hant': { title: '清算協議費', what: '清算獎勵中歸國庫的比例。', caveats: ['是溢價的比例，不是金額的比例。'] },
    },
  },
  {
    id: 'lend.reserve-factor',
    field: 'reserveFactor',
    text: {
      en: { title: 'Reserve factor', what: 'The share of the borrowers’ interest that goes to the treasury.' },
      'zh-Hant': { title: '準備金係數', what: '借款人所付利息中歸國庫的比例。' },
    },
  },
]

const asShare: Ending = { en: ', basis points / 10,000', 'zh-Hant': '，基點 / 10,000' }
const asPremium: Ending = {
  en: ', less the 100 % they include; 0 stays 0',
  'zh-Hant': '，減去其中的 100 %；0 仍為 0',
}

/** Basis points of a reserve's configuration, as ratios. */
export const riskParameters = rows.map(({ field, premium = false, ...row }) =>
  defineMetric({
    ...ofReserve,
    ...row,
    unit: 'ratio',
    formula: bitsOf(field, premium ? asPremium : asShare),
    reads: reserveReads,
    read: fromReserve(({ config }) => ({ value: premium ? premiumOf(config[field]) : fromBps(config[field]) })),
  }),
)
