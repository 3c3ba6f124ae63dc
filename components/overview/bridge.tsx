import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { metricById } from '@/lib/metrics'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Waterfall } from '../charts/waterfall'
import { Block } from '../figures/block'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import { bridgeSteps, closes } from './bridge-model'

const sign = { gross: '', less: '\u2212\u00a0', more: '+\u00a0', result: '=\u00a0' } as const

/** From gross to what is Spark's once: every step a number with its own sentence and proof. */
export function Bridge({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('overview.bridge')
  const steps = bridgeSteps(numbers)
  const closed = closes(steps)
  return (
    <Block
      id="bridge"
      title={t('title')}
      caption={t('caption')}
      foot={
        <>
          {closed === null ? null : (
            <span className={closed ? '' : 'text-warn'}>{t(closed ? 'closes' : 'does-not-close')}</span>
          )}
          <a href={href(locale, '/method#line-tvl')} className="link">
            {t('foot')}
          </a>
        </>
      }
    >
      {steps.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Waterfall
          caption={t('title')}
          steps={steps.map(({ num, kind, bar }) => {
            const text = metricById(num.metric)?.text[locale]
            return {
              key: num.id,
              kind,
              bar,
              name: text?.title ?? num.metric,
              why: kind === 'less' || kind === 'more' ? text?.what : null,
              value: (
                <>
                  {num.value ? sign[kind] : null}
                  <Value of={num} />
                  <Notes of={num} className="font-normal" />
                </>
              ),
            }
          })}
        />
      )}
    </Block>
  )
}
