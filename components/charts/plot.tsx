'use client'

import { useMemo } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import type { Layer, Tick } from '@/lib/charts/layout/chart-layout'
import { paintOf } from '@/lib/charts/render/palette'
import { paintInside } from '@/lib/charts/render/svg'
import type { Drawing } from './drawing'
import { daysBetween, isDrawable, rowsOf } from './placement'

/** Recharts draws lines at 400. */
const OVER_SERIES = 450

/** A surface lets through as much of its paper as in the server's picture; a hatched one takes the pattern that Words brings. */
const fillOf = ({ colour, hatched }: Layer, slug: string, cased: boolean): string =>
  hatched
    ? `url(#${slug}-live-${colour})`
    : `color-mix(in srgb, ${paintOf(colour, 'auto')} ${cased ? 50 : 88}%, var(--card))`

type PlotProps = { readonly drawing: Drawing; readonly drag: readonly [number, number] | null }

/** All of recharts: axes, grid, surfaces and lines, placed by the server's model. `drag`: pixels a mouse is dragging over. */
export function Plot({ drawing, drag }: PlotProps) {
  const { model, layers } = drawing
  const { frame, plot, x, y } = model
  const { rows, strokes } = useMemo(() => rowsOf(drawing), [drawing])
  const cased = strokes.some(({ layer }) => layer.mark !== 'area') && strokes.some(({ layer }) => layer.mark === 'area')
  const axis = {
    isAnimationActive: false,
    allowDataOverflow: true,
    interval: 0,
    axisLine: false,
    tickLine: false,
  } as const
  const days = drag && daysBetween(model, drag[0], drag[1])
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={[...rows]}
      accessibilityLayer={false}
      margin={{ top: plot.top, right: frame.width - plot.right, bottom: 0, left: 0 }}
    >
      <CartesianGrid
        vertical={false}
        stroke={paintOf('rule', 'auto')}
        horizontalValues={y.ticks.filter(({ at }) => at !== y.zero).map(({ value }) => value)}
      />
      <XAxis
        {...axis}
        type="number"
        dataKey="x"
        domain={[x.from, x.to]}
        height={frame.height - plot.bottom}
        ticks={x.ticks.map(({ value }) => value)}
        tick={({ index }: { readonly index: number }) => <AxisTick tick={x.ticks[index]} y={plot.bottom + 17} />}
      />
      <YAxis
        {...axis}
        width={plot.left}
        scale={y.scale === 'log' ? 'log' : 'linear'}
        domain={[y.min, y.max]}
        ticks={y.ticks.map(({ value }) => value)}
        tick={({ index }: { readonly index: number }) => <AxisTick tick={y.ticks[index]} x={plot.left - 8} />}
      />
      {strokes.map(({ layer, name }) =>
        layer.mark === 'area' ? (
          <Area
            key={name}
            dataKey={(row: Record<string, number>) => row[name]}
            type="linear"
            connectNulls
            isAnimationActive={false}
            baseValue={0}
            stroke={paintOf('card', 'auto')}
            strokeWidth={0.6}
            fill={fillOf(layer, model.slug, cased)}
            fillOpacity={1}
            activeDot={false}
          />
        ) : null,
      )}
      {strokes.some(({ layer }) => layer.mark === 'area')
        ? y.ticks
            .filter(({ at }) => at !== y.zero)
            .map(({ value }) => (
              <ReferenceLine key={value} y={value} stroke={paintOf('card', 'auto')} strokeOpacity={0.28} />
            ))
        : null}
      <ZIndexLayer zIndex={OVER_SERIES}>
        <Words drawing={drawing} />
      </ZIndexLayer>
      {(cased ? [true, false] : [false]).flatMap((isCasing) =>
        strokes.map(({ layer, name }) =>
          layer.mark === 'area' || (isCasing && layer.quiet) ? null : (
            <Line
              key={`${name}${isCasing ? '/casing' : ''}`}
              dataKey={(row: Record<string, number>) => row[name]}
              type={layer.mark === 'step' ? 'stepAfter' : 'linear'}
              connectNulls
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              stroke={paintOf(isCasing ? 'card' : layer.colour, 'auto')}
              strokeWidth={isCasing ? 4.5 : layer.quiet ? 1 : layer.dashed ? 1.6 : 2}
              strokeLinejoin="round"
              {...(layer.dashed && !isCasing ? { strokeDasharray: '5 3.5' } : {})}
            />
          ),
        ),
      )}
      {layers
        .filter((layer) => !isDrawable(layer, model))
        .map((layer) => (
          <path
            key={layer.key}
            d={layer.d}
            fill={fillOf(layer, model.slug, cased)}
            stroke={paintOf('card', 'auto')}
            strokeWidth={0.6}
          />
        ))}
      {days ? <ReferenceArea x1={days[0]} x2={days[1]} fill={paintOf('ember', 'auto')} fillOpacity={0.16} /> : null}
    </ComposedChart>
  )
}

function AxisTick({ tick, x, y }: { readonly tick: Tick | undefined; readonly x?: number; readonly y?: number }) {
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

/** Gaps, marks, labels and legend are the server painter's own strokes: axes and series, which recharts draws, left out. */
function Words({ drawing: { model, layers } }: { readonly drawing: Drawing }) {
  const bare = { ticks: [] }
  const inside = paintInside(
    {
      ...model,
      what: '',
      notes: [],
      data: { instants: [], columns: [], blocks: {} },
      x: { ...model.x, ...bare },
      y: { ...model.y, ...bare },
      layers: layers.map((layer) => ({ ...layer, d: '' })),
    },
    'auto',
    `${model.slug}-live`,
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the painter escapes every word
  return <g fontSize="12" dangerouslySetInnerHTML={{ __html: inside }} />
}
