type CalloutProps = { readonly title: string; readonly tone?: 'plain' | 'warn'; readonly children: React.ReactNode }

/** Something a reader must know before the table, e.g. that a market is frozen. */
export function Callout({ title, tone = 'plain', children }: CalloutProps) {
  return (
    <div className={`mb-6 border-l-3 py-1 pl-4 ${tone === 'warn' ? 'border-warn' : 'border-edge'}`}>
      <p className="font-semibold">{title}</p>
      <div className="prose space-y-1.5 text-muted">{children}</div>
    </div>
  )
}
