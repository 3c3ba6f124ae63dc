import type { ContractKey } from '../../chains'
import { erc20 } from '../../contracts/erc20'
import { farm } from '../../contracts/farm'
import { AbsentError } from '../../errors'
import { unstreamed } from '../../math/vesting'
import { defineMetric } from '../define'
import { farmAt, farmKeys } from './farms'
import { ofSpk, spkOf, wad } from './token'

/** Whose whole SPK is counted as not circulating: treasuries, multisigs, and contracts on the way to the farms. */
const holders: readonly ContractKey[] = [
  'PAUSE_PROXY',
  'SPARK_PROXY',
  'SPK_VEST_MULTISIG',
  'SPK_COMPANY_MULTISIG',
  'SPARK_FOUNDATION_MULTISIG',
  'SPARK_ASSET_FOUNDATION_MULTISIG',
  'SPARK_LONG_TERM_TREASURY_MULTISIG',
  'SPARK_MID_TERM_TREASURY_MULTISIG',
  'SPARK_REWARDS_MULTISIG',
  'SPARKLEND_REWARDS_MULTISIG',
  'SPK_BRIDGING_AND_STAKING_MULTISIG',
  'ALM_OPS_MULTISIG',
  'ALM_OPS_MULTISIG_2',
  'ALM_PROXY',
  'STSPK_BURNER_ROUTER',
  'REWARDS_DIST_USDS_SPK',
  'REWARDS_DIST_LSSKY_SPK',
]

export const lockedKeys = (): readonly string[] => [...holders, ...farmKeys()]

export const locked = defineMetric({
  id: 'spk.locked',
  ...ofSpk,
  unit: 'token',
  reads: [erc20, farm],
  keys: lockedKeys,
  expects: lockedKeys,
  formula: {
    en: 'SPK.balanceOf(holder); of a farm rewardRate() × (periodFinish() − block time), at least 0',
    'zh-Hant': 'SPK.balanceOf(持有者)；挖礦合約為 rewardRate() ×（periodFinish() − 區塊時間），最低為 0',
  },
  text: {
    en: {
      title: 'Not circulating',
      what: 'SPK that Sky, Spark and the Spark Foundation hold, and what the farms have yet to stream.',
      caveats: [
        'The balances are exact; whose tokens do not circulate is this site’s choice, and the whole list is shown.',
      ],
    },
    'zh-Hant': {
      title: '非流通',
      what: 'Sky、Spark 與 Spark 基金會持有的 SPK，以及挖礦合約尚未釋出的部分。',
      caveats: ['餘額是精確的；何者不算流通則是本站的取捨，名單全部列出。'],
    },
  },
  async read(reader, key) {
    const holder = holders.find((each) => each === key)
    if (holder !== undefined) return { value: wad(await spkOf(reader, holder)) }
    if (!farmKeys().includes(key)) throw new AbsentError('not-deployed')
    const at = farmAt(reader, key)
    const [rate, finish] = await Promise.all([
      reader.read(farm, at, 'rewardRate'),
      reader.read(farm, at, 'periodFinish'),
    ])
    return { value: wad(unstreamed(rate, finish, reader.block.timestamp)) }
  },
})
