import { AbsentError } from '../../errors'
import { type Bucket, buckets, plannedBy } from '../../math/spk-plan'
import { defineMetric } from '../define'
import { ofSpk, wad } from './token'

const isBucket = (key: string): key is Bucket => buckets.some((bucket) => bucket === key)

/** Reads no contract: the block's time alone says how far a plan has come. */
export const planned = defineMetric({
  id: 'spk.planned',
  ...ofSpk,
  unit: 'token',
  class: 'promise',
  reads: [],
  keys: () => buckets,
  expects: () => buckets,
  formula: {
    en: 'Years of 365 days from 2025-06-17 08:00 UTC. SKY_ARTICLE: 1,625 M in each of years 1–2, 812.5 M in 3–4, 406.25 M in 5–6, 203.125 M in 7–10, straight within a year. SKY_ATLAS: seven tenths of it. TEAM: 1,200 M straight over 4 years, nothing in the first. ECOSYSTEM: 1,700 M at launch and 600 M after a year. ECOSYSTEM_36M: those 600 M straight over the 36 months after it',
    'zh-Hant':
      '自 2025-06-17 08:00 UTC 起，一年為 365 天。SKY_ARTICLE：第 1–2 年每年 16.25 億，第 3–4 年 8.125 億，第 5–6 年 4.0625 億，第 7–10 年 2.03125 億，年內線性。SKY_ATLAS：其七成。TEAM：12 億於 4 年內線性，首年為零。ECOSYSTEM：上線時 17 億，滿一年再 6 億。ECOSYSTEM_36M：該 6 億於其後 36 個月線性釋出',
  },
  text: {
    en: {
      title: 'Planned release',
      what: 'What was to be released by now, bucket by bucket, as it was published.',
      caveats: [
        'No contract enforces it as a whole: what contracts hold to is in the awards. SKY_ARTICLE and SKY_ATLAS are two plans for one bucket, ECOSYSTEM and ECOSYSTEM_36M two readings of another: never add both.',
        'No source says how long the ecosystem’s remaining 6 % take: Spark’s announcement has them after a year, others in a straight line from then on. The two keys are the earliest and the slowest reading.',
        'The 17 % at launch are read as a share of the whole supply, as the press gave it (1.7 billion). Spark’s announcement can be read as 17 % of the bucket: other sites so have 391 million at launch and 1,909 million a year later.',
        'No source says when year 1 of Sky’s part begins: here at launch. The award for USDS users began some days later.',
        'Since January 2026 the Atlas schedules SKY_ATLAS alone; the other 1,950 million are reserved for Sky’s governance to decide on.',
      ],
    },
    'zh-Hant': {
      title: '計畫釋出量',
      what: '依公布的計畫，各類別至今應釋出的數量。',
      caveats: [
        '整份計畫沒有合約強制執行；合約所保證的見各筆歸屬。SKY_ARTICLE 與 SKY_ATLAS 是同一類別的兩份計畫，ECOSYSTEM 與 ECOSYSTEM_36M 是另一類別的兩種解讀，不可相加。',
        '沒有來源說明生態系其餘 6 % 要多久：Spark 的公告說滿一年後，他處說其後線性釋出。兩個鍵即最早與最慢的解讀。',
        '上線時的 17 % 解讀為總供應量的 17 %，即媒體所稱的 17 億。Spark 的公告也可解讀為該類別的 17 %：其他網站因此計為上線時 3.91 億、一年後 19.09 億。',
        '沒有來源說明 Sky 部分的第 1 年何時開始，此處以上線為準；USDS 用戶的歸屬晚數日開始。',
        '自 2026 年 1 月起，Atlas 只排定 SKY_ATLAS；另外 19.5 億保留給 Sky 治理決定。',
      ],
    },
  },
  async read(reader, key) {
    if (!isBucket(key)) throw new AbsentError('not-deployed')
    return { value: wad(plannedBy(key, reader.block.timestamp)) }
  },
})
