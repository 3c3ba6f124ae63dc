import { useTranslations } from 'next-intl'
import type { ChainFreshness } from '@/lib/snapshot/freshness'

type State = ChainFreshness['state']

const look: Record<State, { readonly fill: string; readonly stroke: string }> = {
  fresh: { fill: 'fill-fresh', stroke: 'stroke-fresh' },
  late: { fill: 'fill-none', stroke: 'stroke-warn' },
  stale: { fill: 'fill-none', stroke: 'stroke-warn' },
  unread: { fill: 'fill-none', stroke: 'stroke-edge' },
}

/** Filled: fresh. Hollow: not. Shape and words say it, colour only helps. */
export function FreshnessDot({ state, silent = false }: { readonly state: State; readonly silent?: boolean }) {
  const t = useTranslations('common')
  const { fill, stroke } = look[state]
  return (
    <>
      <svg viewBox="0 0 10 10" className="size-2 flex-none self-center" aria-hidden="true">
        <circle cx="5" cy="5" r="4" className={`${fill} ${stroke}`} strokeWidth="2" />
      </svg>
      {silent ? null : (
        <span className="sr-only" data-late-text={t('freshness.late')}>
          {t(`freshness.${state}`)}
        </span>
      )}
    </>
  )
}

/** The dot with its words and, where a read failed, why. */
export function FreshnessState({ of: { state, failure } }: { readonly of: Pick<ChainFreshness, 'state' | 'failure'> }) {
  const t = useTranslations('common')
  return (
    <span className="inline-flex items-baseline gap-x-1.5">
      <FreshnessDot state={state} silent />
      <span>
        {t(`freshness.${state}`)}
        {failure ? <span className="text-warn">: {t(`failure.${failure.code}`)}</span> : null}
      </span>
    </span>
  )
}
