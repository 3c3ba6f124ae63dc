import type { Num } from '@/lib/view/numbers'
import { ClassMark } from '../provenance/class-mark'
import { Notes } from './notes'
import { Value } from './value'

type StatTileProps = {
  readonly title: string
  readonly of: Num
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
      <p className="mt-0.5 text-[1.375rem] leading-tight font-semibold tracking-tight sm:text-[1.75rem]">
        <Value of={of} unit={unit} />
      </p>
      {spark ? <div className="mt-2">{spark}</div> : null}
      <p className="mt-1.5 text-small text-muted">
        <ClassMark of={of.class} /> {about}
      </p>
      <Notes of={of} className="mt-0.5" />
      {changes ? <div className="mt-auto pt-2">{changes}</div> : null}
    </li>
  )
}

/** Two by two on a phone. */
export function TileRow({ children }: { readonly children: React.ReactNode }) {
  return <ul className="mb-6 grid grid-cols-2 gap-3 lg:auto-cols-fr lg:grid-flow-col">{children}</ul>
}
