type MeterProps = {
  /** Per cent of the whole that is filled, 0 to 100. */
  readonly percent: number
  /** In words, for those who do not see it: "82 % of the cap". */
  readonly label: string
  readonly fill?: string
  /** Per cent at which a mark stands, such as a kink. */
  readonly mark?: number
}

/** How much of a cap is used. */
export function Meter({ percent, label, fill = 'fill-lend', mark }: MeterProps) {
  return (
    <svg role="img" aria-label={label} width="100%" height="8" className="block min-w-10 sm:min-w-16">
      <rect width="100%" height="8" rx="2" className="fill-rule" />
      <rect width={`${Math.min(Math.max(percent, 0), 100)}%`} height="8" rx="2" className={fill} />
      {mark === undefined ? null : (
        <line x1={`${mark}%`} x2={`${mark}%`} y1="0" y2="8" className="stroke-ink" strokeWidth="1.5" />
      )}
    </svg>
  )
}
