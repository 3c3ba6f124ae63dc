import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime, formatDuration } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { type ChainFreshness, freshnessSummary } from '@/lib/snapshot/freshness'
import { Block } from '../figures/block'
import { Sentence } from '../figures/sentence'
import { ChainTable } from './chain-table'
import { CollectorFacts } from './collector-facts'
import { Endpoints } from './endpoints'
import type { StatusFacts } from './facts'
import { UnknownNumbers } from './unknown-numbers'

type StatusProps = {
  readonly numbers: NumberIndex | null
  readonly chains: readonly ChainFreshness[]
  readonly facts: StatusFacts
}

export function Status({ numbers, chains: rows, facts }: StatusProps) {
  const locale = useLocale()
  const t = useTranslations('status')
  const { fresh, of, age } = freshnessSummary(rows)
  const all = numbers?.snapshot.numbers ?? []
  const ok = all.filter(({ status }) => status === 'ok').length
  return (
    <>
      <Sentence>
        {numbers && numbers.snapshot.time > 0
          ? t('sentence', {
              fresh,
              of,
              time: formatDateTime(numbers.snapshot.time, locale),
              age: formatDuration(age, locale),
            })
          : t('sentence-none')}
      </Sentence>
      <Block title={t('chains.title')} caption={t('chains.caption')}>
        <ChainTable rows={rows} facts={facts} />
      </Block>
      <Block title={t('endpoints.title')} caption={t('endpoints.caption')}>
        <Endpoints facts={facts} />
      </Block>
      <Block title={t('collector.title')} caption={t('collector.caption')}>
        <CollectorFacts facts={facts} snapshotId={numbers?.snapshot.id ?? null} />
      </Block>
      {numbers ? (
        <Block
          title={t('numbers.title')}
          caption={t('numbers.caption', { ok: formatCount(ok, locale), all: formatCount(all.length, locale) })}
        >
          <UnknownNumbers numbers={all.filter(({ status }) => status !== 'ok')} failures={numbers.snapshot.failures} />
        </Block>
      ) : null}
    </>
  )
}
