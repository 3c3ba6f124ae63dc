import { stakedSpk } from '../../contracts/staked-spk'
import { defineMetric } from '../define'
import { ofStaking, wad } from './token'

export const staked = defineMetric({
  id: 'spk.staked',
  ...ofStaking,
  reads: [stakedSpk],
  formula: 'stSPK.activeStake()',
  text: {
    en: {
      title: 'Staked',
      what: 'SPK staked in stSPK and not on its way out.',
      caveats: [
        'Staking earns points, which are kept off the chain, and no SPK: there is no yield to show.',
        'What is leaving stays at risk of a slash for up to two epochs of 14 days; it is counted apart.',
      ],
    },
    'zh-Hant': {
      title: '質押量',
      what: '質押於 stSPK 且未申請退出的 SPK。',
      caveats: [
        '質押獲得的是記於鏈外的積分，不是 SPK：沒有收益率可列。',
        '退出中的部分在至多兩個 14 天週期內仍可能遭罰沒，另行計算。',
      ],
    },
  },
  async read(reader) {
    return { label: 'stSPK', value: wad(await reader.read(stakedSpk, reader.address('STSPK'), 'activeStake')) }
  },
})
