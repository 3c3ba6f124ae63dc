import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { accruedOf, awardOf, ofAwards, readAwards } from './awards'

export const unlocked = defineMetric({
  id: 'spk.unlocked',
  ...ofAwards,
  unit: 'token',
  reads: [dssVest],
  formula: {
    en: 'block time < awards(id).clf ? 0 : accrued(id); TOTAL: of all awards',
    'zh-Hant': '區塊時間 < awards(id).clf 時為 0，否則 accrued(id)；TOTAL 為各筆總和',
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
  read: readAwards(async (reader, place) => {
    const [{ clf }, streamed] = await Promise.all([awardOf(reader, place), accruedOf(reader, place)])
    return BigInt(reader.block.timestamp) < BigInt(clf) ? 0n : streamed
  }),
})
