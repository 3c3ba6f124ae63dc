import { dssVest } from '../../contracts/dss-vest'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { awardKeys, grants, ofAward, readAward } from './awards'

export const yanked = defineMetric({
  id: 'spk.yanked',
  ...ofAward,
  unit: 'flag',
  reads: [dssVest],
  keys: async (reader) => (await awardKeys(reader)).filter((key) => key in grants),
  formula: {
    en: 'awards(id).fin − awards(id).bgn or awards(id).tot is less than was granted',
    'zh-Hant': 'awards(id).fin − awards(id).bgn 或 awards(id).tot 小於原授予',
  },
  text: {
    en: {
      title: 'Yanked',
      what: 'Whether governance has cut the award short.',
      caveats: ['The contract keeps no such mark: it is known only of awards whose grant is known.'],
    },
    'zh-Hant': {
      title: '已終止',
      what: '治理是否提前終止了該筆歸屬。',
      caveats: ['合約不留下此標記：只有已知原授予內容的歸屬才能判斷。'],
    },
  },
  read: readAward(({ bgn, fin, tot }, key) => {
    const grant = grants[key]
    const isShort = grant !== undefined && (Number(fin) - Number(bgn) < grant.span || tot < grant.tot)
    return { value: fixed(isShort ? 1n : 0n, 0) }
  }),
})
