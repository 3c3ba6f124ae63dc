type Step = {
  readonly key: string
  readonly name: React.ReactNode
  readonly value: React.ReactNode
  /** Why the step is taken. */
  readonly why?: React.ReactNode
  /** Where its bar begins and how long it is, in per cent of the widest; null where the value is not known. */
  readonly bar: { readonly from: number; readonly length: number } | null
  readonly kind: 'gross' | 'less' | 'more' | 'result'
}

type WaterfallProps = { readonly caption: string; readonly steps: readonly Step[] }

const fills: Record<Step['kind'], string> = {
  gross: 'fill-edge',
  less: 'fill-less',
  more: 'fill-edge',
  result: 'fill-ember',
}

/** From gross to net, a step a row: a table whose bars show what each step takes away. */
export function Waterfall({ caption, steps }: WaterfallProps) {
  return (
    <table className="w-full text-small">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {steps.map(({ key, name, value, why, bar, kind }) => (
          <tr
            key={key}
            className="grid grid-cols-[1fr_auto] gap-x-5 border-b border-rule py-2 last:border-0 md:grid-cols-[minmax(0,24rem)_8rem_1fr]"
          >
            <th scope="row" className="text-left font-normal">
              <span className={kind === 'less' || kind === 'more' ? '' : 'font-semibold'}>{name}</span>
            </th>
            <td className={`text-right leading-6 ${kind === 'result' ? 'font-semibold' : ''}`}>{value}</td>
            {why ? <td className="col-span-2 text-muted md:col-span-1 md:row-start-2">{why}</td> : null}
            <td className="col-span-2 pt-1.5 md:col-span-1 md:col-start-3 md:row-start-1 md:pt-1">
              {bar ? (
                <svg width="100%" height="12" className="block" aria-hidden="true">
                  <rect
                    x={`${bar.from}%`}
                    width={`${Math.max(bar.length, 0.2)}%`}
                    height="12"
                    rx="1"
                    className={fills[kind]}
                  />
                </svg>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
