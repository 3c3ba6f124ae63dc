import type { Class, Observation } from '@/lib/numbers/number-index'
import { ClassKey } from '../provenance/class-key'
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
    <li className="flex flex-col bg-card py-2.5 max-sm:border-t max-sm:border-rule max-sm:px-4 max-sm:first:border-0 sm:rounded-lg sm:border sm:border-rule sm:px-4 sm:py-3.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 sm:contents">
        <h2 className="text-small font-medium text-muted">{title}</h2>
        <div className="flex items-baseline justify-between gap-x-1.5 gap-y-1 max-sm:ml-auto max-sm:flex-row-reverse sm:mt-0.5 sm:max-md:flex-col lg:max-xl:flex-col">
          <p className="text-title leading-tight font-semibold tracking-tight sm:text-[1.625rem]">
            <Value of={of} unit={unit} />
          </p>
          <ClassMark of={of.class} />
        </div>
      </div>
      {spark ? <div className="mt-2 max-sm:hidden">{spark}</div> : null}
      {about ? <p className="text-small text-muted sm:mt-1.5">{about}</p> : null}
      <Notes of={of} className="mt-0.5" />
      {changes ? <div className="mt-auto pt-2 max-sm:hidden">{changes}</div> : null}
    </li>
  )
}

type TileRowProps = {
  readonly children: React.ReactNode
  /** Said once of all tiles, such as that there is no history yet. */
  readonly note?: React.ReactNode
  /** The classes whose marks stand on the page, to be explained once. */
  readonly classes?: readonly Class[]
}

/** A line each on a phone, so that what follows is near; two by two on a tablet, where an odd last one takes the whole width. */
export function TileRow({ children, note, classes = [] }: TileRowProps) {
  return (
    <div className="mb-6">
      <ul className="grid grid-cols-1 max-sm:overflow-hidden max-sm:rounded-lg max-sm:border max-sm:border-rule sm:grid-cols-2 sm:gap-3 sm:max-lg:*:odd:last:col-span-2 lg:auto-cols-fr lg:grid-flow-col">
        {children}
      </ul>
      {classes.length > 0 ? <ClassKey of={classes} /> : null}
      {note ? <p className="mt-2 text-small text-muted">{note}</p> : null}
    </div>
  )
}
