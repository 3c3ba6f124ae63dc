import { blockUrl, type ExploredChain } from '@/lib/chains/explorer'
import { formatBlock } from '@/lib/format/number'

type BlockLinkProps = { readonly chain: ExploredChain; readonly block: bigint; readonly className?: string }

/** A block's height, leading to the chain's explorer. */
export function BlockLink({ chain, block, className = '' }: BlockLinkProps) {
  return (
    <a
      href={blockUrl(chain, block)}
      rel="noopener noreferrer"
      target="_blank"
      title={chain.explorer.name}
      className={`hover:text-ink hover:underline ${className}`}
    >
      {formatBlock(block)}
    </a>
  )
}
