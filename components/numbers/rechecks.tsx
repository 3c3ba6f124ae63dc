import { useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import type { Proof } from '@/lib/snapshot/proof'
import { Copyable } from '../ui/copyable'

/** One line a chain for a shell, and exactly what it must print; of several chains each is folded. */
export function Rechecks({ proof, embedded }: { readonly proof: Proof; readonly embedded: boolean }) {
  const t = useTranslations('numbers')
  const lines = chains.flatMap((chain) => {
    const recheck = proof.recheck[chain.slug]
    return recheck ? [{ chain, ...recheck }] : []
  })
  return (
    <section id="recheck" className="mb-6">
      <h2 className="text-title font-semibold">{t('recheck')}</h2>
      <p className="prose text-muted">{t(lines.length === 0 ? 'nothing-to-recheck' : 'recheck-what')}</p>
      {embedded && lines.length > 0 ? <p className="prose mt-1 text-muted">{t('recheck-local')}</p> : null}
      {lines.map(({ chain, command, expect }) => (
        <details key={chain.slug} open={lines.length === 1} className="mt-2 border-t border-rule pt-2">
          <summary>
            <span className="font-medium">{chain.name}</span>{' '}
            <span className="text-small text-muted">{t('asks', { variable: `RPC_URL_${chain.id}` })}</span>
          </summary>
          <Copyable name={t('command')} text={command} />
          <Copyable name={t('expect')} text={expect} />
        </details>
      ))}
    </section>
  )
}
