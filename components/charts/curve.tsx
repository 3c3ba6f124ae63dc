export type CurveLine = {
  readonly key: string
  readonly name: string
  /** In order of x; straight between them. Both as fractions: 0.9 is 90 %. For pixels only. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly stroke: string
  readonly fill: string
  readonly dashed?: boolean
}

export type CurveMark = { readonly x: number; readonly label: string }

type CurveProps = {
  /** The whole chart in a sentence, for those who do not see it. */
  readonly label: string
  readonly xName: string
  readonly yName: string
  readonly lines: readonly CurveLine[]
  /** Thin dashed marks, such as the kink. */
  readonly marks?: readonly CurveMark[]
  /** Where things stand today on each line that has a point at this x. */
  readonly today?: { readonly x: number; readonly label: string }
}

type Frame = { readonly width: number; readonly height: number; readonly xTicks: readonly number[] }

const wide: Frame = { width: 720, height: 300, xTicks: [0, 0.2, 0.4, 0.6, 0.8, 1] }
const narrow: Frame = { width: 340, height: 280, xTicks: [0, 0.5, 1] }

/** An interest-rate curve; painted twice, for a wide frame and for a phone, never shrunk. */
export function Curve(props: CurveProps) {
  return (
    <>
      <Painted {...props} frame={wide} className="hidden md:block" />
      <Painted {...props} frame={narrow} className="md:hidden" />
    </>
  )
}

const margin = { top: 26, right: 14, bottom: 40, left: 46 }

function Painted({
  label,
  xName,
  yName,
  lines,
  marks = [],
  today,
  frame,
  className,
}: CurveProps & { readonly frame: Frame; readonly className: string }) {
  const top = niceTop(Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y)), 0))
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top)
  const px = (x: number) => round(margin.left + x * (frame.width - margin.left - margin.right))
  const py = (y: number) =>
    round(frame.height - margin.bottom - (y / top) * (frame.height - margin.top - margin.bottom))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className={`w-full max-w-[45rem] ${className}`}
    >
      <text x="0" y="12" className="fill-muted" fontSize="12">
        {yName}
      </text>
      {ticks.map((y) => (
        <g key={y}>
          <line x1={px(0)} x2={px(1)} y1={py(y)} y2={py(y)} className={y === 0 ? 'stroke-edge' : 'stroke-rule'} />
          <text x={margin.left - 8} y={py(y) + 4} textAnchor="end" className="fill-muted" fontSize="12">
            {percentTick(y)}
          </text>
        </g>
      ))}
      {frame.xTicks.map((x) => (
        <text
          key={x}
          x={px(x)}
          y={frame.height - margin.bottom + 17}
          textAnchor={x === 1 ? 'end' : 'middle'}
          className="fill-muted"
          fontSize="12"
        >
          {percentTick(x)}
        </text>
      ))}
      <text x={px(0.5)} y={frame.height - 5} textAnchor="middle" className="fill-muted" fontSize="12">
        {xName}
      </text>
      {marks.map((mark) => (
        <g key={mark.label}>
          <line
            x1={px(mark.x)}
            x2={px(mark.x)}
            y1={py(top)}
            y2={py(0)}
            className="stroke-muted"
            strokeDasharray="3 3"
          />
          <text
            x={px(mark.x) + (mark.x > 0.5 ? -5 : 5)}
            y={py(top) + 10}
            textAnchor={mark.x > 0.5 ? 'end' : 'start'}
            className="fill-muted"
            fontSize="12"
          >
            {mark.label}
          </text>
        </g>
      ))}
      {lines.map(({ key, points, stroke, dashed }) => (
        <polyline
          key={key}
          points={points.map(({ x, y }) => `${px(x)},${py(y)}`).join(' ')}
          className={`fill-none ${stroke}`}
          strokeWidth="2"
          strokeDasharray={dashed ? '6 4' : undefined}
        />
      ))}
      {today ? <Today at={today} lines={lines} px={px} py={py} /> : null}
    </svg>
  )
}

type TodayProps = {
  readonly at: { readonly x: number; readonly label: string }
  readonly lines: readonly CurveLine[]
  readonly px: (x: number) => number
  readonly py: (y: number) => number
}

function Today({ at, lines, px, py }: TodayProps) {
  const left = at.x > 0.5
  return lines.map((line, index) => {
    const y = yAt(line.points, at.x)
    return (
      <g key={line.key}>
        <circle cx={px(at.x)} cy={py(y)} r="5" className={`${line.fill} stroke-card`} strokeWidth="2" />
        {index === 0 ? (
          <text
            x={px(at.x) + (left ? -10 : 10)}
            y={py(y) - 8}
            textAnchor={left ? 'end' : 'start'}
            className="fill-ink stroke-card"
            strokeWidth="3"
            paintOrder="stroke"
            fontSize="13"
            fontWeight="600"
          >
            {at.label}
          </text>
        ) : null}
      </g>
    )
  })
}

const round = (n: number): number => Math.round(n * 100) / 100

const percentTick = (fraction: number): string => `${Math.round(fraction * 1000) / 10} %`

/** The least of 1, 2, 4, 6, 8, 10 × a power of ten that holds the highest point, so that quarters of it are short. */
function niceTop(highest: number): number {
  if (highest <= 0) return 0.04
  const power = 10 ** Math.floor(Math.log10(highest))
  const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= highest * 0.999) ?? 10
  return step * power
}

function yAt(points: CurveLine['points'], x: number): number {
  const after = points.findIndex((point) => point.x >= x)
  const b = points[after]
  const a = points[after - 1]
  if (!b) return points.at(-1)?.y ?? 0
  if (!a || a.x === b.x) return b.y
  return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
}
