type Bar = {
  readonly key: string
  readonly name: React.ReactNode
  readonly value: React.ReactNode
  /** In per cent of the longest bar. */
  readonly percent: number
  /** The filled part of the bar, in the same per cent; the rest of it stays pale. Without it the bar is filled whole. */
  readonly part?: number
  /** Fill classes of the bar, or of its filled and its pale part. */
  readonly fill: string
  readonly pale?: string
}

type BarListProps = { readonly caption: string; readonly bars: readonly Bar[] }

/** A bar a row, longest as wide as the frame; a table, so that it reads without being seen. */
export function BarList({ caption, bars }: BarListProps) {
  return (
    <table className="w-full text-small">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {bars.map(({ key, name, value, percent, part, fill, pale = 'fill-rule' }) => (
          <tr key={key} className="grid grid-cols-[1fr_auto] items-baseline gap-x-5 py-1 md:grid-cols-[9rem_1fr_11rem]">
            <th scope="row" className="min-w-0 text-left font-normal">
              {name}
            </th>
            <td className="order-last col-span-2 pt-1 md:order-none md:col-span-1 md:pt-0">
              <svg width="100%" height="14" className="block" aria-hidden="true">
                <rect
                  width={`${Math.max(percent, 0.2)}%`}
                  height="14"
                  rx="1.5"
                  className={part === undefined ? fill : pale}
                />
                {part === undefined ? null : <rect width={`${part}%`} height="14" rx="1.5" className={fill} />}
              </svg>
            </td>
            <td className="text-right whitespace-nowrap">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
