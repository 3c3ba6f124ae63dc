export type RateName = 'APR' | 'APY'

/** What keeps a reserve from being used as its curve says. */
export type Closed = 'paused' | 'frozen' | 'inactive' | 'unborrowable'

/** Figures that a caption is made of, ready to be read. */
export type CaptionWords = {
  readonly usage: string
  readonly borrow: string
  readonly supply: string
  readonly kink: string
  readonly atKink: string
  readonly highest: string
  readonly rate: RateName
}

/** What a rate curve phrases, in both languages. */
export const curveWords = {
  en: {
    title: (name: string) => `Interest rates of ${name}`,
    what: (rate: RateName) => `What borrowers pay and suppliers earn at each utilisation, as ${rate}.`,
    borrow: 'Borrow',
    supply: 'Supply',
    kink: (at: string) => `kink ${at}`,
    today: (at: string) => `today ${at}`,
    x: 'Utilisation',
    y: (rate: RateName) => `Yearly rate (${rate})`,
    below: ({ usage, borrow, supply, rate, kink, atKink, highest }: CaptionWords) =>
      `At a utilisation of ${usage} borrowers would pay ${borrow} and suppliers earn ${supply} (${rate}); borrowing rises to ${atKink} at the kink of ${kink}, and from there to ${highest} when everything is lent.`,
    above: ({ usage, borrow, supply, rate, kink, highest }: CaptionWords) =>
      `At a utilisation of ${usage}, above the kink of ${kink}, borrowers would pay ${borrow} and suppliers earn ${supply} (${rate}); borrowing rises to ${highest} when everything is lent.`,
    idle: ({ borrow, rate, kink, atKink, highest }: CaptionWords) =>
      `Nothing is borrowed: borrowing begins at ${borrow} (${rate}), rises to ${atKink} at the kink of ${kink}, and from there to ${highest} when everything is lent.`,
    full: ({ borrow, supply, rate }: CaptionWords) =>
      `Everything is lent, so nothing can be withdrawn: borrowers would pay ${borrow} and suppliers earn ${supply} (${rate}), the top of the curve.`,
    unknown: ({ kink, atKink, highest, rate }: CaptionWords) =>
      `Up to the kink of ${kink} borrowing rises to ${atKink} (${rate}), beyond it to ${highest}; where the reserve stands is not known.`,
    flat: 'This reserve’s strategy charges nothing at any utilisation: it is not meant to be lent.',
    closed: {
      paused: 'The reserve is paused: nobody can borrow, repay or withdraw. Interest runs on at the stored rate.',
      frozen:
        'The reserve is frozen: no new loans or deposits; repaying and withdrawing still move it along the curve.',
      inactive: 'The reserve is switched off: its curve has no effect.',
      unborrowable: 'Borrowing is switched off, so the curve has no effect for now.',
    },
    note: 'What the contract would store at each utilisation.',
    source: 'The reserve’s interest rate strategy',
  },
  'zh-Hant': {
    title: (name: string) => `${name} 的利率曲線`,
    what: (rate: RateName) => `各利用率下借款人支付與存款人賺取的年利率（${rate}）。`,
    borrow: '借款',
    supply: '存款',
    kink: (at: string) => `轉折點 ${at}`,
    today: (at: string) => `目前 ${at}`,
    x: '利用率',
    y: (rate: RateName) => `年利率（${rate}）`,
    below: ({ usage, borrow, supply, rate, kink, atKink, highest }: CaptionWords) =>
      `以目前 ${usage} 的利用率，借款人應付 ${borrow}，存款人可得 ${supply}（${rate}）；借款利率在 ${kink} 的轉折點升至 ${atKink}，全數借出時為 ${highest}。`,
    above: ({ usage, borrow, supply, rate, kink, highest }: CaptionWords) =>
      `目前利用率 ${usage}，已超過 ${kink} 的轉折點：借款人應付 ${borrow}，存款人可得 ${supply}（${rate}）；全數借出時借款利率為 ${highest}。`,
    idle: ({ borrow, rate, kink, atKink, highest }: CaptionWords) =>
      `目前無人借款：借款利率由 ${borrow}（${rate}）起算，在 ${kink} 的轉折點升至 ${atKink}，全數借出時為 ${highest}。`,
    full: ({ borrow, supply, rate }: CaptionWords) =>
      `資金已全數借出，暫時無法提領：借款人應付 ${borrow}，存款人可得 ${supply}（${rate}），位於曲線頂端。`,
    unknown: ({ kink, atKink, highest, rate }: CaptionWords) =>
      `到 ${kink} 的轉折點為止，借款利率升至 ${atKink}（${rate}），之後升至 ${highest}；目前的利用率未知。`,
    flat: '這項儲備的策略在任何利用率下都不收利息：本來就不打算借出。',
    closed: {
      paused: '這項儲備已暫停：無法借款、還款或提領，利息仍按已寫入的利率計算。',
      frozen: '這項儲備已凍結：不能新增存款或借款；還款與提領仍會使利用率沿曲線移動。',
      inactive: '這項儲備已停用，曲線不生效。',
      unborrowable: '借款功能關閉，曲線僅供參考。',
    },
    note: '合約在各利用率下會寫入的利率。',
    source: '該儲備的利率策略合約',
  },
} as const
