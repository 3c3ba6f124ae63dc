import type { ChainSlug } from '../../chains'
import { layerChains, type Position, positions } from '../../positions'
import { defineDerived, firstVersion, type Words } from '../define'
import { sumOf, sumOverChains } from '../sums'
import type { Derived, DerivedMetric, Numbers, Scope } from '../types'
import { isHeld, partOf } from './parts'
import { chainsHolding, positionDollars } from './position-dollars'

type Row = Words & {
  readonly id: `liquidity.${string}`
  /** The group of a position; null for none. */
  readonly keyOf: (position: Position) => string | null
}

const rows: readonly Row[] = [
  {
    id: 'liquidity.part-usd',
    keyOf: partOf,
    formula: {
      en: 'Σ liquidity.position-usd of the part · TOTAL: DEPLOYED + IDLE + IN_TRANSIT + PSM + OTHER_HOLDERS; over all chains their sum',
      'zh-Hant':
        '該部分 liquidity.position-usd 的總和 · TOTAL：DEPLOYED＋IDLE＋IN_TRANSIT＋PSM＋OTHER_HOLDERS；跨鏈為其總和',
    },
    text: {
      en: {
        title: 'Layer by state',
        what: 'What the liquidity layer holds: at work, idle, in transit, in a PSM3 or with other holders; and, apart from it, what is not part of it.',
        caveats: [
          'SKY_ISSUED (USDS, DAI, sUSDS, sDAI in the layer’s own hands), D3M (Sky’s direct deposits) and OUTSTANDING (sent to an exchange) stand apart: TOTAL leaves them out.',
          'Tokens without a price are named, not counted.',
          'Not the LIQUIDITY of the total: there SparkLend, treasuries and PSM3 shares count under their own products.',
        ],
      },
      'zh-Hant': {
        title: '流動性層（依狀態）',
        what: '流動性層的持有：已部署、閒置、在途、PSM3 份額與其他持有人；其餘另列。',
        caveats: [
          'SKY_ISSUED（自身持有的 USDS、DAI、sUSDS、sDAI）、D3M（Sky 直接存款）與 OUTSTANDING（已送往交易所）另列，不計入 TOTAL。',
          '沒有價格的代幣只列名，不計入。',
          '並非總鎖倉價值中的 LIQUIDITY：後者將 SparkLend、美國公債與 PSM3 份額歸於各自的產品。',
        ],
      },
    },
  },
  {
    id: 'liquidity.venue-usd',
    keyOf: (position) => (isHeld(position) ? position.venue.toUpperCase() : null),
    formula: {
      en: 'Σ liquidity.position-usd at the venue, what is in transit there included; over all chains their sum',
      'zh-Hant': '該場所 liquidity.position-usd 的總和，含在途部分；跨鏈為其總和',
    },
    text: {
      en: {
        title: 'Layer by venue',
        what: 'What the liquidity layer holds, by where the money lies.',
        caveats: [
          'Sky-issued tokens in the layer’s own hands, Sky’s direct deposits and what an exchange owes are left out.',
          'IDLE is what lies in the proxies themselves.',
        ],
      },
      'zh-Hant': {
        title: '流動性層（依場所）',
        what: '流動性層的持有，依資金所在場所區分。',
        caveats: ['不含自身持有的 Sky 代幣、Sky 直接存款與交易所應返還的款項。', 'IDLE 為代理合約本身持有的部分。'],
      },
    },
  },
  {
    id: 'liquidity.asset-usd',
    keyOf: (position) => (isHeld(position) ? position.asset : null),
    formula: {
      en: 'Σ liquidity.position-usd of the asset; over all chains their sum',
      'zh-Hant': '該資產 liquidity.position-usd 的總和；跨鏈為其總和',
    },
    text: {
      en: {
        title: 'Layer by asset',
        what: 'What the liquidity layer holds, by what it is a claim on in the end.',
        caveats: [
          'A share of a Curve pool or of a PSM3 counts under one asset, though it is a claim on several.',
          'Sky-issued tokens in the layer’s own hands, Sky’s direct deposits and what an exchange owes are left out.',
        ],
      },
      'zh-Hant': {
        title: '流動性層（依資產）',
        what: '流動性層的持有，依最終請求權所指的資產區分。',
        caveats: [
          'Curve 資金池或 PSM3 的份額雖對應多種資產，仍歸於單一資產之下。',
          '不含自身持有的 Sky 代幣、Sky 直接存款與交易所應返還的款項。',
        ],
      },
    },
  },
]

/** Dollars of the layer's positions by group, on each chain and over all; TOTAL: what the layer holds. */
const defineGroups = ({ id, keyOf, ...row }: Row): DerivedMetric => {
  const keysOn = (chains: readonly ChainSlug[]) => [
    ...new Set(chains.flatMap((chain) => positions[chain].flatMap((position) => keyOf(position) ?? []))),
  ]
  const overChains = (numbers: Numbers): readonly Derived[] => [
    ...keysOn(layerChains).map((key) =>
      sumOverChains(
        numbers,
        id,
        chainsHolding((position) => keyOf(position) === key),
        key,
      ),
    ),
    sumOverChains(numbers, id, layerChains, 'TOTAL'),
  ]
  const onChain = (numbers: Numbers, chain: ChainSlug): readonly Derived[] => [
    ...keysOn([chain]).map((key) =>
      sumOf(
        key,
        positionDollars(numbers, chain, (position) => keyOf(position) === key),
      ),
    ),
    sumOf('TOTAL', positionDollars(numbers, chain, isHeld)),
  ]
  return defineDerived({
    ...row,
    id,
    line: 'liquidity',
    unit: 'usd',
    class: 'issuer',
    versions: firstVersion,
    scopes: [...layerChains, 'all'],
    compute: (numbers: Numbers, scope: Scope) => (scope === 'all' ? overChains(numbers) : onChain(numbers, scope)),
  })
}

export const groupedDollars = rows.map(defineGroups)
