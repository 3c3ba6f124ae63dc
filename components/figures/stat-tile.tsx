import type { Observation } from '@/lib/numbers/number-index'
import { ClassMark } from '../provenance/class-mark'
import { Notes } from './notes'
import { Value } from './value'

type StatTileProps = {
  readonly title: string
  readonly of: Observation
  /** One line below the figure: what it is a figure of. */
  readonly about?: React.ReactNode
  /** How it moved; see Changes. */
  readonly changes?: React.ReactNode
  readonly unit?: boolean
  /** The way it came, without axes. */
  readonly spark?: React.ReactNode
}

/** One big figure with its class and what must be said beside it. Stand them in a TileRow. */
export function StatTile({ title, of, about, changes, unit = true, spark }: StatTileProps) {
  return (
    <li className="flex flex-col rounded-lg border border-rule bg-card px-4 py-3.5">
      <h2 className="text-small font-medium text-muted">{title}</h2>
      <div className="mt-0.5 flex items-baseline justify-between gap-x-1.5 gap-y-1 max-md:flex-col lg:max-xl:flex-col">
        <p className="text-[1.375rem] leading-tight font-semibold tracking-tight sm:text-[1.625rem]">
          <Value of={of} unit={unit} />
        </p>
        <ClassMark of={of.class} />
      </div>
      {spark ? <div className="mt-2">{spark}</div> : null}
      {about ? <p className="mt-1.5 text-small text-muted">{about}</p> : null}
      <Notes of={of} className="mt-0.5" />
      {changes ? <div className="mt-auto pt-2">{changes}</div> : null}
    </li>
  )
}

type TileRowProps = {
  readonly children: React.ReactNode
  /** Said once of all tiles, such as that there is no history yet. */
  readonly note?: React.ReactNode
}

/** Two by two on a phone, one by one on the narrowest; an odd last one takes the whole width. */
export function TileRow({ children, note }: TileRowProps) {
  return (
    <div className="mb-6">
      <ul className="grid grid-cols-1 gap-3 min-[22.5rem]:grid-cols-2 min-[22.5rem]:max-lg:*:odd:last:col-span-2 lg:auto-cols-fr lg:grid-flow-col">
        {children}
      </ul>
      {note ? <p className="mt-2 text-small text-muted">{note}</p> : null}
    </div>
  )
}
