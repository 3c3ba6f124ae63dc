import type { PlacedChart, Tick } from '@/lib/charts/layout/chart-layout'
import { paintOf } from '@/lib/charts/render/palette'
import { renderContents } from '@/lib/charts/render/svg'

type AxisTickProps = { readonly tick: Tick | undefined; readonly x?: number; readonly y?: number }

/** A tick's words where the server's picture has them. */
export function AxisTick({ tick, x, y }: AxisTickProps) {
  if (tick === undefined) return null
  return (
    <text
      x={x ?? tick.at}
      y={y ?? tick.at + 4.2}
      textAnchor={tick.anchor}
      fill={paintOf('muted', 'auto')}
      fontSize="12"
      className="recharts-cartesian-axis-tick-value"
    >
      {tick.label}
    </text>
  )
}

/** Gaps, marks, labels and legend are the server's own strokes: axes and series, which recharts draws, left out. */
export function Annotations({ layout }: { readonly layout: PlacedChart }) {
  const bare = { ticks: [] }
  const inside = renderContents(
    {
      ...layout,
      x: { ...layout.x, ...bare },
      y: { ...layout.y, ...bare },
      layers: layout.layers.map((layer) => ({ ...layer, d: '' })),
    },
    'auto',
    `${layout.slug}-live`,
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every word
  return <g fontSize="12" dangerouslySetInnerHTML={{ __html: inside }} />
}
