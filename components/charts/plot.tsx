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
import type { Layer, PlacedChart } from '@/lib/charts/layout/chart-layout'
import { paintOf } from '@/lib/charts/render/palette'
import { Annotations, AxisTick } from './plot-words'
import { daysBetween, isDrawable, rowsOf } from './recharts-rows'

/** Recharts draws lines at 400. */
const OVER_SERIES = 450

/** A surface is as opaque as in the server's picture; a hatched one takes the pattern that Annotations brings. */
const fillOf = ({ colour, hatched }: Layer, slug: string, outlined: boolean): string =>
  hatched
    ? `url(#${slug}-live-${colour})`
    : `color-mix(in srgb, ${paintOf(colour, 'auto')} ${outlined ? 50 : 88}%, var(--card))`

type PlotProps = { readonly layout: PlacedChart; readonly drag: readonly [number, number] | null }

/** All of recharts: axes, grid, surfaces and lines, placed by the server's layout. `drag`: pixels a mouse is dragging over. */
export function Plot({ layout, drag }: PlotProps) {
  const { size, plot, x, y, layers } = layout
  const { rows, strokes } = useMemo(() => rowsOf(layout), [layout])
  const outlined =
    strokes.some(({ layer }) => layer.mark !== 'area') && strokes.some(({ layer }) => layer.mark === 'area')
  const axis = {
    isAnimationActive: false,
    allowDataOverflow: true,
    interval: 0,
    axisLine: false,
    tickLine: false,
  } as const
  const days = drag && daysBetween(layout, drag[0], drag[1])
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={[...rows]}
      accessibilityLayer={false}
      margin={{ top: plot.top, right: size.width - plot.right, bottom: 0, left: 0 }}
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
        height={size.height - plot.bottom}
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
            fill={fillOf(layer, layout.slug, outlined)}
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
        <Annotations layout={layout} />
      </ZIndexLayer>
      {(outlined ? [true, false] : [false]).flatMap((isOutline) =>
        strokes.map(({ layer, name }) =>
          layer.mark === 'area' || (isOutline && layer.unnamed) ? null : (
            <Line
              key={`${name}${isOutline ? '/outline' : ''}`}
              dataKey={(row: Record<string, number>) => row[name]}
              type={layer.mark === 'step' ? 'stepAfter' : 'linear'}
              connectNulls
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              stroke={paintOf(isOutline ? 'card' : layer.colour, 'auto')}
              strokeWidth={isOutline ? 4.5 : layer.unnamed ? 1 : layer.dashed ? 1.6 : 2}
              strokeLinejoin="round"
              {...(layer.dashed && !isOutline ? { strokeDasharray: '5 3.5' } : {})}
            />
          ),
        ),
      )}
      {layers
        .filter((layer) => !isDrawable(layer, layout))
        .map((layer) => (
          <path
            key={layer.key}
            d={layer.d}
            fill={fillOf(layer, layout.slug, outlined)}
            stroke={paintOf('card', 'auto')}
            strokeWidth={0.6}
          />
        ))}
      {days ? <ReferenceArea x1={days[0]} x2={days[1]} fill={paintOf('ember', 'auto')} fillOpacity={0.16} /> : null}
    </ComposedChart>
  )
}
