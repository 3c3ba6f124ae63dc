import { erc20 } from '../../contracts/erc20'
import { stakedSpk } from '../../contracts/staked-spk'
import { defineMetric } from '../define'
import { ofStaking, spkOf, wad } from './token'

export const withdrawable = defineMetric({
  id: 'spk.withdrawable',
  ...ofStaking,
  reads: [erc20, stakedSpk],
  formula: 'SPK.balanceOf(stSPK) − stSPK.totalStake()',
  text: {
    en: {
      title: 'Ready to withdraw',
      what: 'SPK that can be withdrawn from stSPK but has not been.',
      caveats: ['Includes SPK sent to the contract by mistake.'],
    },
    'zh-Hant': {
      title: '可提領',
      what: '等待期已滿、尚未自 stSPK 取回的 SPK。',
      caveats: ['誤轉至合約的 SPK 也在其中。'],
    },
  },
  async read(reader) {
    const [held, all] = await Promise.all([
      spkOf(reader, 'STSPK'),
      reader.read(stakedSpk, reader.address('STSPK'), 'totalStake'),
    ])
    return { label: 'stSPK', value: wad(held - all) }
  },
})
