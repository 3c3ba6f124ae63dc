import { useLocale, useTranslations } from 'next-intl'
import { readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Article } from '@/components/numbers/article'
import { NoSuchNumber } from '@/components/numbers/no-such-number'
import { numberPath } from '@/lib/i18n/locales'
import { chainName, keyName, titleOf } from '@/lib/numbers/name'
import { type Proof, proofOf } from '@/lib/snapshot/proof'

type Props = { readonly params: Promise<{ readonly id: string }> }

export default async function NumberPage({ params }: Props) {
  const id = decodeURIComponent((await params).id)
  const site = readSite()
  const proof = site.snapshot && proofOf(site.snapshot, id)
  return <NumberShell id={id} site={site} proof={proof} />
}

type ShellProps = { readonly id: string; readonly site: ReturnType<typeof readSite>; readonly proof: Proof | null }

function NumberShell({ id, site, proof }: ShellProps) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const errors = useTranslations('errors.number')
  const num = proof?.number
  const missing = site.numbers !== null && !proof
  const title = num
    ? [titleOf(num, locale), keyName(num), chainName(num.chain)].filter(Boolean).join(' · ')
    : missing
      ? errors('title')
      : id
  return (
    <Shell
      site={site}
      path={numberPath(id)}
      section={null}
      title={title}
      description={t('description', { title })}
      missing={missing}
    >
      {!site.numbers ? (
        <Waiting />
      ) : proof ? (
        <Article numbers={site.numbers} proof={proof} embedded={site.network === 'embedded'} />
      ) : (
        <NoSuchNumber numbers={site.numbers} id={id} />
      )}
    </Shell>
  )
}
