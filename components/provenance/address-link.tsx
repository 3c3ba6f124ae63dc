import { addressUrl, type ExploredChain } from '@/lib/chains/explorer'
import { shortHex } from '@/lib/format/hex'
import { Breakable } from '../ui/breakable'

type AddressLinkProps = {
  readonly chain: ExploredChain
  readonly address: string
  /** What the contract is called; its shortened address stands beside it. */
  readonly name?: string
  readonly full?: boolean
}

/** An address, leading to the chain's explorer. */
export function AddressLink({ chain, address, name, full = false }: AddressLinkProps) {
  return (
    <a
      href={addressUrl(chain, address)}
      rel="noopener noreferrer"
      target="_blank"
      title={`${address} · ${chain.explorer.name}`}
      className="link"
    >
      {name === undefined ? null : (
        <>
          <Breakable name={name} />{' '}
        </>
      )}
      <span className={`font-mono text-[0.92em] ${full ? 'break-all' : 'whitespace-nowrap'}`}>
        {full ? address : shortHex(address)}
      </span>
    </a>
  )
}
