import { useTranslations } from 'next-intl'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'

const questions = ['seventeen', 'tail', 'start', 'wording', 'reserve', 'end'] as const

/** What no source settles, with its readings named: nothing of it is decided silently. */
export function Unsettled() {
  const t = useTranslations('spk.unsettled')
  return (
    <Block id="unsettled" title={t('title')} caption={t('caption')}>
      <FactList
        facts={questions.map((question) => ({
          key: question,
          name: <span className="font-medium">{t(`${question}.name`)}</span>,
          about: <span className="prose block">{t(`${question}.what`)}</span>,
          value: null,
        }))}
      />
    </Block>
  )
}
