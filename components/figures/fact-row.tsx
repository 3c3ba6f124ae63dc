import type { Fact } from './fact-list'

/** A few named values side by side, each over its meaning; below one another on a phone. */
export function FactRow({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-3 text-small sm:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {facts.map(({ key, name, value, about }) => (
        <div key={key} className="grid grid-cols-[1fr_auto] gap-x-5 border-t border-rule pt-2 sm:block">
          <dt>{name}</dt>
          <dd className="text-right sm:text-left sm:text-title">{value}</dd>
          {about ? <dd className="col-span-2 text-muted">{about}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
