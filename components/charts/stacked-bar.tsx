type Part = {
  readonly key: string
  readonly name: string
  /** Per cent of the bar's length. */
  readonly percent: number
  /** A fill class of the part's fixed colour. */
  readonly fill: string
}

type StackedBarProps = {
  readonly label: string
  readonly parts: readonly Part[]
  readonly height?: number
  /** The whole bar in per cent of its room, where several bars compare; its parts are per cents of the bar. */
  readonly length?: number
}

/** Parts of a whole, side by side; a hairline keeps neighbours apart in grey too. */
export function StackedBar({ label, parts, height = 40, length = 100 }: StackedBarProps) {
  let from = 0
  const placed = parts.map((part) => {
    const x = from
    from += part.percent
    return { ...part, x }
  })
  return (
    <svg role="img" aria-label={label} width={`${Math.max(length, 0.4)}%`} height={height} className="block">
      {placed.map(({ key, name, percent, fill, x }) => (
        <rect
          key={key}
          x={`${x}%`}
          width={`${percent}%`}
          height={height}
          className={`${fill} stroke-card`}
          strokeWidth="1"
        >
          <title>{name}</title>
        </rect>
      ))}
    </svg>
  )
}

/** A part's colour beside its name. */
export function Swatch({ fill }: { readonly fill: string }) {
  return (
    <svg viewBox="0 0 10 10" className="mr-2 inline-block size-2.5 flex-none" aria-hidden="true">
      <rect width="10" height="10" rx="2" className={fill} />
    </svg>
  )
}
