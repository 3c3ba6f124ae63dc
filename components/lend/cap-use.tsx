import { useLocale, useTranslations } from 'next-intl'
import { formatShare, UNKNOWN } from '@/lib/format/number'
import { percentOf } from '@/lib/math/share'
import { decimalOf, isKnown } from '@/lib/numbers/value'
import { Meter } from '../charts/meter'
import { NumberLink } from '../figures/number-link'
import { Value } from '../figures/value'
import type { CapFacts } from './reserve-model'

const whole = { raw: 1n, decimals: 0 }

/** How much of a cap is used, as a share, a meter and two amounts; words where there is no cap, or where it was set below what is in use. */
export function CapUse({ of: { cap, inUse, usage, side, isSet, isOver } }: { readonly of: CapFacts }) {
  const locale = useLocale()
  const t = useTranslations('lend.caps')
  if (!isKnown(cap)) return <Value of={cap} />
  if (!isSet) return <NumberLink of={cap}>{t('none')}</NumberLink>
  const percent = formatShare(decimalOf(usage), locale)
  const label = t(`${side}-meter`, { percent: isKnown(usage) ? percent : UNKNOWN })
  return (
    <>
      {isOver ? (
        <NumberLink of={usage} title={percent}>
          {t('over')}
        </NumberLink>
      ) : (
        <Value of={usage} decimals={1} />
      )}
      <span className="mt-1 block">
        <Meter percent={percentOf(usage.value, whole)} label={label} fill={isOver ? 'fill-warn' : 'fill-lend'} />
      </span>
      <span className="block text-tiny text-muted">
        {t.rich('of', {
          used: () => <Value of={inUse} unit={false} />,
          cap: () => <Value of={cap} unit={false} />,
        })}
      </span>
    </>
  )
}
