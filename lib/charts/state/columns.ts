import type { Scope, Unit } from '../../metrics/types'
import type { Column, Data, ModelInput } from '../layout/chart-layout'
import type { Gathered } from './build-state'

/** Everything that is drawn, as it was read: an exact decimal or nothing, and the block of each chain. */
export const dataOf = ({ chart, locale }: ModelInput, { tracks, instants, quiet }: Gathered): Data => {
  const unit: Unit = chart.unit
  const blocks: Partial<Record<Scope, readonly (string | null)[]>> = {}
  for (const { spec, blocks: own } of tracks)
    if (own !== null && blocks[spec.chain] === undefined) blocks[spec.chain] = own
  const columns = tracks.map(
    ({ spec, values, class: kind }): Column => ({
      key: spec.key,
      name: spec.name[locale],
      colour: spec.colour,
      mark: spec.mark,
      dashed: spec.dashed === true,
      hatched: spec.hatched === true,
      quiet: quiet.has(spec.key),
      chain: spec.chain,
      class: kind,
      unit,
      numbers: spec.of.kind === 'numbers' ? spec.of.ids : spec.key.includes(':') ? [spec.key] : [],
      values,
    }),
  )
  const ends = new Map(
    tracks.flatMap(({ spec: { of } }) =>
      of.kind === 'bars' ? of.bars.map(({ from, to }) => [from, to] as const) : [],
    ),
  )
  return {
    instants,
    columns,
    blocks,
    ...(ends.size === 0 ? {} : { ends: instants.map((t) => ends.get(t) ?? t) }),
  }
}
