import { defineDerived } from '../define'
import { lessAll } from './circulation'
import { derivedOfSpk } from './token'

const treasuries: readonly string[] = ['PAUSE_PROXY', 'SPARK_PROXY', 'SPK_VEST_MULTISIG']

export const circulatingWide = defineDerived({
  id: 'spk.circulating-wide',
  ...derivedOfSpk,
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
  compute: (numbers, scope) => [lessAll('SPK', numbers, scope, (key) => treasuries.includes(key))],
})
