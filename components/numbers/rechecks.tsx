import { useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import type { Snapshot } from '@/lib/numbers/number-index'
import { recheckFileOf } from '@/lib/numbers/recheck-file'
import type { Proof } from '@/lib/snapshot/proof'
import { Copyable } from '../ui/copyable'

type RechecksProps = { readonly proof: Proof; readonly snapshot: Snapshot; readonly embedded: boolean }

/** One line a chain for a shell, and exactly what it must print; of several chains each is folded. */
export function Rechecks({ proof, snapshot, embedded }: RechecksProps) {
  const t = useTranslations('numbers')
  const lines = chains.flatMap((chain) => {
    const [recheck, asOf] = [proof.recheck[chain.slug], snapshot.asOf[chain.slug]]
    if (!recheck || !asOf) return []
    const of = { id: proof.number.id, chain: chain.slug, chainId: chain.id, block: asOf.block, snapshot: snapshot.id }
    return [{ chain, file: recheckFileOf(of, recheck), ...recheck }]
  })
  return (
    <section id="recheck" className="mb-6">
      <h2 className="text-title font-semibold">{t('recheck')}</h2>
      <p className="prose text-muted">{t(lines.length === 0 ? 'nothing-to-recheck' : 'recheck-what')}</p>
      {embedded && lines.length > 0 ? <p className="prose mt-1 text-muted">{t('recheck-local')}</p> : null}
      {lines.map(({ chain, file, command, powershell, expect }) => (
        <details key={chain.slug} open={lines.length === 1} className="mt-2 border-t border-rule pt-2">
          <summary>
            <span className="font-medium">{chain.name}</span>{' '}
            <span className="text-small text-muted">{t('asks', { variable: `RPC_URL_${chain.id}` })}</span>
          </summary>
          {file === null ? (
            <>
              <Copyable name={t('command')} text={command} />
              <Copyable name={t('powershell')} text={powershell} />
            </>
          ) : (
            <>
              <p className="mt-1.5 text-small">
                <a className="underline" href={file.path} download={file.name}>
                  {t('request-file')}
                </a>
              </p>
              <Copyable name={t('command-file')} text={file.command} />
              <Copyable name={t('powershell-file')} text={file.powershell} />
              <Copyable name={t('command')} text={command} />
            </>
          )}
          <Copyable name={t('expect')} text={expect} />
        </details>
      ))}
    </section>
  )
}
