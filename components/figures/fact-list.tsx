export type Fact = {
  readonly key: string
  readonly name: React.ReactNode
  readonly value: React.ReactNode
  /** What it means, in a few words. */
  readonly about?: React.ReactNode
}

/** Named values, one a line, their meaning below the name. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="text-small leading-6">
      {facts.map(({ key, name, value, about }) => (
        <div key={key} className="grid grid-cols-[1fr_auto] gap-x-5 border-b border-rule py-1.5 last:border-0">
          <dt className="min-w-0">
            {name}
            {about ? <span className="block leading-5 text-muted">{about}</span> : null}
          </dt>
          <dd className="min-w-0 text-right">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
