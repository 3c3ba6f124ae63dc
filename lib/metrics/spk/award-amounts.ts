import { dssVest } from '../../contracts/dss-vest'
import { defineMetric, formulasOf, type Words } from '../define'
import { type AwardPlace, accruedOf, awardOf, ofAwards, readAwards, unpaidOf, type VestReader } from './awards'

type Row = Words & {
  readonly id: `spk.${string}`
  readonly amount: (reader: VestReader, place: AwardPlace) => Promise<bigint>
}

/** SPK of each award, and of all of them under TOTAL. */
const defineAmount = ({ amount, formula, ...row }: Row) => {
  const { en, 'zh-Hant': zh } = formulasOf(formula)
  return defineMetric({
    ...ofAwards,
    ...row,
    unit: 'token',
    formula: { en: `${en}; TOTAL: of all awards`, 'zh-Hant': `${zh}；TOTAL 為各筆總和` },
    reads: [dssVest],
    read: readAwards(amount),
  })
}

export const awardTotal = defineAmount({
  id: 'spk.award-total',
  amount: async (reader, place) => (await awardOf(reader, place)).tot,
  formula: 'DssVest.awards(id).tot',
  text: {
    en: {
      title: 'Award',
      what: 'What the award pays out in all, as the contract holds it.',
      caveats: ['Yanking an award rewrites it to what had been released by then.'],
    },
    'zh-Hant': {
      title: '歸屬總量',
      what: '該筆歸屬總共支付的數量，依合約所存。',
      caveats: ['歸屬一旦終止，合約即改寫為當時已釋出的數量。'],
    },
  },
})

const rows: readonly Row[] = [
  {
    id: 'spk.stream',
    amount: accruedOf,
    formula: {
      en: 'DssVest.accrued(id) = tot × (block time − bgn) / (fin − bgn), at most tot',
      'zh-Hant': 'DssVest.accrued(id) = tot ×（區塊時間 − bgn）/（fin − bgn），至多 tot',
    },
    text: {
      en: {
        title: 'Streamed',
        what: 'What has accrued in a straight line since the award began, regardless of its cliff.',
        caveats: [
          'Before the cliff none of it can be claimed: see what is unlocked.',
          'The tokens lie with the treasury until they are claimed: the stream is worth what that holds and allows.',
        ],
      },
      'zh-Hant': {
        title: '累計歸屬',
        what: '歸屬開始以來線性累計的數量，不論懸崖期。',
        caveats: ['懸崖期滿之前不能領取：見已解鎖。', '代幣在領取前存於國庫，歸屬能否支付取決於國庫的餘額與授權額。'],
      },
    },
  },
  {
    id: 'spk.unlocked',
    amount: async (reader, place) => {
      const [{ clf }, streamed] = await Promise.all([awardOf(reader, place), accruedOf(reader, place)])
      return BigInt(reader.block.timestamp) < BigInt(clf) ? 0n : streamed
    },
    formula: {
      en: 'block time < awards(id).clf ? 0 : accrued(id)',
      'zh-Hant': '區塊時間 < awards(id).clf 時為 0，否則 accrued(id)',
    },
    text: {
      en: {
        title: 'Unlocked',
        what: 'What the owner may have had by now, claimed or not: nothing before the cliff, then all that has streamed.',
        caveats: ['The farms’ awards have no cliff.'],
      },
      'zh-Hant': {
        title: '已解鎖',
        what: '持有人至今可取得的數量，無論領取與否：懸崖期滿前為零，之後為累計歸屬。',
        caveats: ['挖礦的歸屬沒有懸崖期。'],
      },
    },
  },
  {
    id: 'spk.distributed',
    amount: async (reader, place) => (await awardOf(reader, place)).rxd,
    formula: 'DssVest.awards(id).rxd',
    text: {
      en: {
        title: 'Distributed',
        what: 'What the vesting contract has paid out of the award.',
        caveats: [
          'A farm gets its award about once a week and pays it out over seven days: what is distributed is not yet in users’ hands.',
          'The team’s goes to a multisig; where it goes from there is not tracked here.',
        ],
      },
      'zh-Hant': {
        title: '已發放',
        what: '歸屬合約已就該筆歸屬支付的數量。',
        caveats: [
          '挖礦合約約每週領取一次，再於七天內逐秒釋出：已發放不等於已到用戶手中。',
          '團隊部分付給多簽錢包，其後去向不在此列。',
        ],
      },
    },
  },
]

/** How far an award has come. */
export const awardProgress = rows.map(defineAmount)

export const unpaid = defineAmount({
  id: 'spk.unpaid',
  amount: unpaidOf,
  formula: { en: 'DssVest.unpaid(id) = unlocked − rxd', 'zh-Hant': 'DssVest.unpaid(id) = 已解鎖 − rxd' },
  text: {
    en: {
      title: 'Unpaid',
      what: 'What can be claimed of the award now.',
      caveats: ['Of a farm’s award: what its next weekly distribution would bring.'],
    },
    'zh-Hant': {
      title: '未支付',
      what: '該筆歸屬現在可領取的數量。',
      caveats: ['就挖礦的歸屬而言，即下一次每週發放的數量。'],
    },
  },
})
