import { useTranslations } from 'next-intl'
import { Block } from '../figures/block'

const questions = ['seventeen', 'tail', 'start', 'wording', 'reserve', 'end'] as const

/** What no source settles, with its readings named: nothing of it is decided silently. */
export function Unsettled() {
  const t = useTranslations('spk.unsettled')
  return (
    <Block id="unsettled" title={t('title')} caption={t('caption')}>
      <dl className="grid gap-x-12 gap-y-4 md:grid-cols-2">
        {questions.map((question) => (
          <div key={question} className="prose min-w-0">
            <dt className="font-medium">{t(`${question}.name`)}</dt>
            <dd className="text-muted">{t(`${question}.what`)}</dd>
          </div>
        ))}
      </dl>
    </Block>
  )
}
