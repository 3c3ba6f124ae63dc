import { subtract, sum } from '../../math/fixed'
import { from } from '../arithmetic'
import { defineDerived, type Words } from '../define'
import type { Derived, Numbers, Scope } from '../types'
import { derivedOfSpk } from './token'

const treasuries: readonly string[] = ['PAUSE_PROXY', 'SPARK_PROXY', 'SPK_VEST_MULTISIG']

type Row = Words & {
  readonly id: `spk.${string}`
  /** Whether a holder of `spk.locked` does not count as circulating. */
  readonly isLocked: (holder: string) => boolean
}

const rows: readonly Row[] = [
  {
    id: 'spk.circulating',
    isLocked: () => true,
    formula: 'spk.total-supply − Σ spk.locked',
    text: {
      en: {
        title: 'Circulating SPK',
        what: 'SPK outside the hands of Sky, Spark, its foundation, and what the farms have yet to stream: the strict reading.',
        caveats: [
          'There is no agreed definition. Staked SPK is counted: its owners can have it back. So is what farms owe their stakers.',
          'Tokens that a foundation’s multisig has paid to others circulate; tokens it has promised do not.',
          'Other readings: all but Sky’s treasury and the team’s part (spk.circulating-wide), this less what is staked (spk.circulating-unstaked); 1.7 billion at launch by the press; DefiLlama leaves out the ecosystem’s and the team’s buckets and counts farming when it is claimed.',
          'What SparkRewards pays from is a wallet it names itself; unless that is one of the multisigs listed, its SPK is counted as circulating.',
          'SPK in the bridge to other chains is counted once, here.',
        ],
      },
      'zh-Hant': {
        title: 'SPK 流通量',
        what: '不在 Sky、Spark 及其基金會手中，也非挖礦合約尚未釋出的 SPK：從嚴認定。',
        caveats: [
          '流通量沒有公認的定義。質押的 SPK 計入：持有人可以取回；挖礦合約應付質押者的也計入。',
          '基金會多簽已付出的算流通，已承諾而未付的不算。',
          '其他認定：僅扣除 Sky 國庫與團隊部分（spk.circulating-wide）；再扣除質押（spk.circulating-unstaked）；媒體稱上線時為 17 億；DefiLlama 不計生態系與團隊，挖礦則於領取時才計。',
          'SparkRewards 由其自行指定的錢包支付；若該錢包不在名單中的多簽之列，其 SPK 即計為流通。',
          '跨鏈橋中的 SPK 在此只計一次。',
        ],
      },
    },
  },
  {
    id: 'spk.circulating-wide',
    isLocked: (holder) => treasuries.includes(holder),
    formula: {
      en: 'spk.total-supply − spk.locked of PAUSE_PROXY, SPARK_PROXY and SPK_VEST_MULTISIG',
      'zh-Hant': 'spk.total-supply − PAUSE_PROXY、SPARK_PROXY 與 SPK_VEST_MULTISIG 的 spk.locked',
    },
    text: {
      en: {
        title: 'Circulating SPK, widest reading',
        what: 'All SPK but what lies in Sky’s treasury and is set aside for the team.',
        caveats: ['It counts as circulating what Spark’s company, foundation and other multisigs hold.'],
      },
      'zh-Hant': {
        title: 'SPK 流通量，從寬認定',
        what: '除 Sky 國庫與團隊保留部分以外的全部 SPK。',
        caveats: ['Spark 公司、基金會及其他多簽錢包持有的，在此計為流通。'],
      },
    },
  },
]

/** The supply less what the wanted holders have. What is not deployed yet holds nothing; one that is unknown makes it unknown. */
const lessLocked = (numbers: Numbers, scope: Scope, isLocked: Row['isLocked']): Derived => {
  const locked = numbers.of('spk.locked', scope).filter(({ key, code }) => isLocked(key) && code !== 'not-deployed')
  return from(
    'SPK',
    [numbers.get('spk.total-supply', scope, 'SPK'), ...locked],
    (supply, ...amounts) => (supply ? subtract(supply, sum(amounts)) : null),
    { label: 'SPK' },
  )
}

/** Readings of what circulates. */
export const circulation = rows.map(({ isLocked, ...row }) =>
  defineDerived({
    ...derivedOfSpk,
    ...row,
    compute: (numbers, scope) => [lessLocked(numbers, scope, isLocked)],
  }),
)
