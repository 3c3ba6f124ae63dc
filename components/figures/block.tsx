type BlockProps = {
  readonly title: React.ReactNode
  /** One sentence made from the block's newest numbers. */
  readonly caption?: React.ReactNode
  readonly id?: string
  readonly children: React.ReactNode
  /** Below the picture: what it is as of, and where its proof stands. */
  readonly foot?: React.ReactNode
  readonly className?: string
}

/** A block of a page: title, sentence, picture or table, and where it comes from. */
export function Block({ title, caption, id, children, foot, className = '' }: BlockProps) {
  return (
    <section
      id={id}
      className={`mb-6 min-w-0 rounded-lg border border-rule bg-card px-4 pt-4 pb-3.5 sm:px-5 ${className}`}
    >
      <h2 className="text-title font-semibold tracking-tight">{title}</h2>
      {caption ? <p className="prose mt-0.5 text-muted">{caption}</p> : null}
      <div className="mt-4">{children}</div>
      {foot ? (
        <div className="mt-4 flex flex-wrap gap-x-5 gap-y-1 border-t border-rule pt-2.5 text-small text-muted">
          {foot}
        </div>
      ) : null}
    </section>
  )
}
