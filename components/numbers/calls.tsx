import { useTranslations } from 'next-intl'
import { chains, type SparkChain } from '@/lib/chains'
import type { Observation, RecordedCall } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { ownCalls } from '@/lib/snapshot/proof'
import type { Snapshot } from '@/lib/snapshot/types'
import { AddressLink } from '../provenance/address-link'
import { Copyable } from '../ui/copyable'

/** The number's own calls, whole: whom, what, with which arguments, and the raw answer. */
export function Calls({ snapshot, num }: { readonly snapshot: Snapshot; readonly num: Observation }) {
  const t = useTranslations('numbers')
  const chain = chains.find(({ slug }) => slug === num.chain)
  const calls = ownCalls(snapshot, num)
  return (
    <section className="mb-6">
      <h2 className="text-title font-semibold">{t('own-calls')}</h2>
      {chain && calls.length > 0 ? (
        <ul className="mt-2">
          {calls.map((call) => (
            <Call key={`${call.address}${call.calldata}`} call={call} chain={chain} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(calledFor(num))}</p>
      )}
    </section>
  )
}

/** Why a number has no calls of its own: it is made of others, never came to be read, or stands by definition. */
const calledFor = (num: Observation): 'calls-none' | 'calls-unread' | 'calls-defined' => {
  if (num.inputs !== undefined) return 'calls-none'
  return isKnown(num) ? 'calls-defined' : 'calls-unread'
}

function Call({ call, chain }: { readonly call: RecordedCall; readonly chain: SparkChain }) {
  const t = useTranslations('numbers')
  return (
    <li className="border-t border-rule py-3 text-small first:border-0">
      <p>
        <AddressLink chain={chain} address={call.address} name={call.contract} />{' '}
        <strong className="font-mono font-semibold">
          {call.functionName}
          {call.args.length === 0 ? '()' : null}
        </strong>
      </p>
      {call.ok ? null : <p className="text-warn">{t('reverted')}</p>}
      {call.args.length === 0 ? null : (
        <>
          <p className="mt-1 text-muted">{t('arguments')}</p>
          <ul className="font-mono break-all">
            {call.args.map((arg, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: arguments are told apart by their place alone
              <li key={at}>{typeof arg === 'string' ? arg : JSON.stringify(arg)}</li>
            ))}
          </ul>
        </>
      )}
      <Copyable name={t('calldata')} text={call.calldata} />
      <Copyable name={t('result')} text={call.result} />
    </li>
  )
}
