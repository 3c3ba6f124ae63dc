import { useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import type { Proof } from '@/lib/snapshot/proof'
import { Copyable } from '../ui/copyable'

/** One line a chain for a shell, and exactly what it must print. */
export function Rechecks({ proof }: { readonly proof: Proof }) {
  const t = useTranslations('numbers')
  const lines = chains.flatMap((chain) => {
    const recheck = proof.recheck[chain.slug]
    return recheck ? [{ chain, ...recheck }] : []
  })
  return (
    <section id="recheck" className="mb-6">
      <h2 className="text-title font-semibold">{t('recheck')}</h2>
      {lines.length === 0 ? <p className="text-muted">{t('nothing-to-recheck')}</p> : null}
      {lines.map(({ chain, command, expect }) => (
        <div key={chain.slug} className="mt-2 border-t border-rule pt-2 first-of-type:border-0">
          <h3 className="font-medium">{chain.name}</h3>
          <p className="prose text-small text-muted">{t('recheck-what', { variable: `RPC_URL_${chain.id}` })}</p>
          <Copyable name={t('command')} text={command} />
          <Copyable name={t('expect')} text={expect} />
        </div>
      ))}
    </section>
  )
}
