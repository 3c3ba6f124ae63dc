import { erc20 } from '../../contracts/erc20'
import { farm } from '../../contracts/farm'
import { unstreamed } from '../../math/vesting'
import { defineMetric } from '../define'
import { farmAt, farmOf, ofFarm } from './farms'
import { spkOf, wad } from './token'

export const farmStuck = defineMetric({
  id: 'spk.farm-stuck',
  ...ofFarm,
  unit: 'token',
  reads: [farm, erc20],
  formula: {
    en: 'StakingRewards.totalSupply() = 0 ? SPK.balanceOf(farm) − rewardRate() × (periodFinish() − block time), at least 0 : 0',
    'zh-Hant':
      'StakingRewards.totalSupply() = 0 時為 SPK.balanceOf(挖礦合約) − rewardRate() ×（periodFinish() − 區塊時間），最低為 0；否則 0',
  },
  text: {
    en: {
      title: 'Stuck in an empty farm',
      what: 'SPK that a farm in which nothing is staked has released and that lies in it: no staker of now can claim it.',
      caveats: [
        'What earlier stakers have earned and not taken is in it: the farm keeps no sum of that.',
        'What a farm releases while it is empty stays in it for good, unless its owner recovers it; once somebody stakes, contract state no longer tells it from what stakers have earned, and this is 0.',
      ],
    },
    'zh-Hant': {
      title: '滯留於無人質押的挖礦',
      what: '無人質押的挖礦合約已釋出、仍留在合約中的 SPK：目前沒有任何質押者可以領取。',
      caveats: [
        '先前質押者已賺取而未領的部分也在其中：合約未記錄其總和。',
        '無人質押期間釋出的 SPK 會一直留在合約，除非由擁有者取回；一旦有人質押，合約狀態便無法再與質押者所賺取的區分，此數字即為 0。',
      ],
    },
  },
  async read(reader, key) {
    const at = farmAt(reader, key)
    const [staked, held, rate, finish] = await Promise.all([
      reader.read(farm, at, 'totalSupply'),
      spkOf(reader, farmOf(key).key),
      reader.read(farm, at, 'rewardRate'),
      reader.read(farm, at, 'periodFinish'),
    ])
    const released = held - unstreamed(rate, finish, reader.block.timestamp)
    return { value: wad(staked === 0n && released > 0n ? released : 0n) }
  },
})
