import { useLocale, useTranslations } from 'next-intl'
import { formatPercent, UNKNOWN } from '@/lib/format/number'
import { toDecimalString } from '@/lib/math/fixed'
import { type Change, spans } from '@/lib/numbers/change'
import type { Unit } from '@/lib/numbers/number-index'

type ChangesProps = { readonly of: readonly Change[] | undefined; readonly unit: Unit }

/** Whether history reaches back far enough to say of any span how the number moved. */
export const hasChanges = (of: readonly Change[] = []): boolean => of.some(({ by }) => by !== null)

/**
 * Over a day, a week and a month; an em dash, and why, where history does not reach back so far. Nothing without any, and
 * one line where nothing moved.
 */
export function Changes({ of = [], unit }: ChangesProps) {
  const locale = useLocale()
  const t = useTranslations('common.change')
  if (!hasChanges(of)) return null
  const words = (by: NonNullable<Change['by']>) =>
    formatPercent(toDecimalString(by), locale, { sign: true }).replace(/\s?%$/, '')
  const known = of.filter(({ by }) => by !== null)
  const longest = known.at(-1)
  if (longest && known.every(({ by }) => by && !/[1-9]/.test(words(by))))
    return (
      <p className="border-t border-rule pt-2 text-tiny text-muted">
        {t('still', { span: t(`still-spans.${longest.span}`) })}
      </p>
    )
  return (
    <div className="border-t border-rule pt-2 text-tiny text-muted">
      <p>{t(unit === 'ratio' ? 'by-points' : 'by-percent')}</p>
      <dl className="grid grid-cols-3 gap-x-2">
        {spans.map(({ name }) => {
          const by = of.find(({ span }) => span === name)?.by ?? null
          return (
            <div key={name} className="whitespace-nowrap">
              <dt>{t(name)}</dt>
              <dd className={by ? 'text-ink' : ''} title={by ? undefined : t('none')}>
                {by ? words(by) : UNKNOWN}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
