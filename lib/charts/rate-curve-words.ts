export type RateName = 'APR' | 'APY'

/** Figures that a caption is made of, ready to be read. */
export type Said = {
  readonly usage: string
  readonly borrow: string
  readonly supply: string
  readonly kink: string
  readonly atKink: string
  readonly highest: string
  readonly rate: RateName
}

/** What a rate curve says, in both languages. */
export const curveWords = {
  en: {
    title: (name: string) => `Interest rates of ${name}`,
    what: (rate: RateName) => `What borrowers pay and suppliers earn at each utilisation, as ${rate}.`,
    borrow: 'Borrow',
    supply: 'Supply',
    kink: (at: string) => `kink ${at}`,
    x: 'Utilisation',
    today: ({ usage, borrow, supply, rate, kink, highest }: Said) =>
      `At a utilisation of ${usage} borrowers pay ${borrow} and suppliers earn ${supply} (${rate}); above the kink at ${kink} borrowing rises to ${highest}.`,
    unknown: ({ kink, atKink, highest, rate }: Said) =>
      `Up to the kink at ${kink} borrowing rises to ${atKink} (${rate}), beyond it to ${highest}; where the reserve stands is not known.`,
    flat: 'The strategy of this reserve asks nothing at any utilisation.',
    note: 'What the contract would store at each utilisation.',
    source: 'The reserve’s interest rate strategy',
  },
  'zh-Hant': {
    title: (name: string) => `${name} 的利率曲線`,
    what: (rate: RateName) => `各利用率下借款人支付與存款人賺取的年利率（${rate}）。`,
    borrow: '借款',
    supply: '存款',
    kink: (at: string) => `轉折點 ${at}`,
    x: '利用率',
    today: ({ usage, borrow, supply, rate, kink, highest }: Said) =>
      `利用率為 ${usage} 時，借款人支付 ${borrow}，存款人賺取 ${supply}（${rate}）；超過轉折點 ${kink} 後借款利率升至 ${highest}。`,
    unknown: ({ kink, atKink, highest, rate }: Said) =>
      `到 ${kink} 的轉折點為止，借款利率升至 ${atKink}（${rate}），之後升至 ${highest}；目前的利用率未知。`,
    flat: '這項儲備的策略在任何利用率下都不收利息。',
    note: '合約在各利用率下會寫入的利率。',
    source: '該儲備的利率策略合約',
  },
} as const
