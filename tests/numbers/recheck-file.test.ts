import { expect, it } from 'vitest'
import { recheckFileOf } from '@/lib/numbers/recheck-file'

const asked = {
  id: 'liquidity.position:ethereum:USDC@ALM_PROXY',
  chain: 'ethereum',
  chainId: 1,
  block: 24_000_000n,
  snapshot: 'a'.repeat(64),
} as const

it('gives a long request as a file of the very snapshot, named after what is in it, and short lines that send it', () => {
  const file = recheckFileOf(asked, { command: 'x'.repeat(2_001) })
  expect(file?.path).toBe(
    `/api/v1/numbers/liquidity.position%3Aethereum%3AUSDC%40ALM_PROXY/request?at=${asked.snapshot}&chain=ethereum`,
  )
  expect(file?.name).toBe('sparkscope-liquidity.position-ethereum-USDC-ALM_PROXY-ethereum-24000000.json')
  for (const line of [file?.command, file?.powershell]) {
    expect(line).toContain(file?.name)
    expect(line).toContain('RPC_URL_1')
    expect(line?.length).toBeLessThan(250)
  }
})

it('leaves a short line as it is', () => {
  expect(recheckFileOf(asked, { command: 'x'.repeat(2_000) })).toBeNull()
})
