import { useTranslations } from 'next-intl'
import { chains, type SparkChain } from '@/lib/chains'
import { decodeCall } from '@/lib/numbers/decode-call'
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
            <Call key={`${call.address}${call.calldata}`} num={num} call={call} chain={chain} />
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

type CallProps = { readonly num: Observation; readonly call: RecordedCall; readonly chain: SparkChain }

function Call({ num, call, chain }: CallProps) {
  const t = useTranslations('numbers')
  const decoded = decodeCall(num, call)
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
      {decoded.length > 0 ? (
        <>
          <p className="mt-1 text-muted">{t('decoded')}</p>
          <dl className="font-mono wrap-anywhere">
            {decoded.map(({ name, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what a call answers is told apart by its place
              <div key={at} className="flex flex-wrap gap-x-3">
                {name === null ? null : <dt className="text-muted">{name}</dt>}
                <dd className="min-w-0">{text}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <Copyable name={t('calldata')} text={call.calldata} />
      <Copyable name={t('result')} text={call.result} />
    </li>
  )
}
