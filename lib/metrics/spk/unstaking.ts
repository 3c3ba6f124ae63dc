import { stakedSpk } from '../../contracts/staked-spk'
import { defineMetric } from '../define'
import { ofStaking, wad } from './token'

export const unstaking = defineMetric({
  id: 'spk.unstaking',
  ...ofStaking,
  reads: [stakedSpk],
  formula: 'stSPK.totalStake() − stSPK.activeStake()',
  text: {
    en: {
      title: 'Leaving stSPK',
      what: 'SPK whose owners have asked for it back, and whose wait is not over.',
      caveats: [
        'A withdrawal can be collected when the epoch after the one it was requested in has ended: after two to four weeks.',
      ],
    },
    'zh-Hant': {
      title: '退出質押中',
      what: '已申請退出、等待期未滿的 SPK。',
      caveats: ['申請當期的下一週期結束後即可取回，約需兩至四週。'],
    },
  },
  async read(reader) {
    const [all, active] = await Promise.all([
      reader.read(stakedSpk, reader.address('STSPK'), 'totalStake'),
      reader.read(stakedSpk, reader.address('STSPK'), 'activeStake'),
    ])
    return { label: 'stSPK', value: wad(all - active) }
  },
})
