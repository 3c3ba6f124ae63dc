import type { Size } from '@/lib/charts/layout/chart-layout'
import type { CrosshairReadings } from '@/lib/charts/layout/crosshair-readings'
import { paintOf } from '@/lib/charts/render/palette'
import type { Colour } from '@/lib/products/colours'
import { SeriesSwatch } from './series-swatch'

type CrosshairProps = {
  readonly readings: CrosshairReadings
  readonly size: Size
  /** Which reading; null: none. */
  readonly at: number | null
}

/** Beside the line where there is room, below the plot on a phone. Moved by a transform: nothing is laid out again. */
const placeOf = (size: Size, plot: CrosshairReadings['plot'], x: number): React.CSSProperties => {
  if (size.narrow) return { left: 0, right: 0, top: plot.bottom + 26 }
  const side =
    x > (plot.left + plot.right) / 2
      ? { right: 0, transform: `translateX(${x - size.width - 10}px)` }
      : { left: 0, transform: `translateX(${x + 10}px)` }
  return { ...side, top: plot.top, maxWidth: 360 }
}

/** A line through one reading, and all its values with the block they were read at. */
export function Crosshair({ readings, size, at }: CrosshairProps) {
  const x = at === null ? undefined : readings.x[at]
  if (at === null || x === undefined) return <div aria-live="polite" />
  const { plot, heads, time, rows, blocks } = readings
  return (
    <>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
        height={size.height}
        className="pointer-events-none absolute inset-0"
        aria-hidden="true"
      >
        <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke={paintOf('ink', 'auto')} strokeOpacity="0.6" />
      </svg>
      <div
        data-crosshair
        aria-live="polite"
        className="pointer-events-none absolute z-10 rounded border border-edge bg-card px-3 py-2 text-tiny shadow-sm"
        style={placeOf(size, plot, x)}
      >
        <p className="font-semibold">{time[at]}</p>
        <table>
          <tbody>
            {rows[at]?.map(([index, value]) => {
              const head = heads[index]
              if (head === undefined) return null
              return (
                <tr key={index} className="align-baseline">
                  <th scope="row" className="pr-3 text-left font-normal text-muted">
                    {/* safe: the server's own colour names */}
                    <SeriesSwatch {...head} colour={head.colour as Colour} />
                    {head.name}
                  </th>
                  <td className="text-right whitespace-nowrap tabular-nums">{value}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {blocks[at] ? <p className="mt-1 text-muted">{blocks[at]}</p> : null}
      </div>
    </>
  )
}
