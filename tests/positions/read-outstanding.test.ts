import { expect, it } from 'vitest'
import { type ContractKey, chainBySlug } from '@/lib/chains'
import { almController } from '@/lib/contracts/alm-controller'
import { erc20 } from '@/lib/contracts/erc20'
import { FakeChain } from '../metrics/fake-chain'
import { amountOf } from './amount-of'

const registry = chainBySlug('ethereum').contracts
const buffer = registry.BINANCE_OTC_BUFFER.address
const dollar = 10n ** 18n

type Controller = 'ALM_CONTROLLER' | 'ALM_CONTROLLER_V1_9' | 'ALM_CONTROLLER_V1_8'
type Counts = Partial<Record<Controller, readonly [sent: bigint, claimed: bigint]>>

const counted = (counts: Counts): FakeChain => {
  const fake = new FakeChain('ethereum', 1_751_328_000)
  for (const [key, [sent, claimed]] of Object.entries(counts)) {
    const exchange = registry.BINANCE_EXCHANGE.address
    const otc = [buffer, 0n, sent * dollar, 0n, claimed * dollar] as const
    fake.answer(almController, registry[key as Controller].address, 'otcs', [exchange], otc)
  }
  return fake
}

const returned = (fake: FakeChain, token: ContractKey<'ethereum'>, raw: bigint, decimals: number) =>
  fake
    .answer(erc20, registry[token].address, 'balanceOf', [buffer], raw)
    .answer(erc20, registry[token].address, 'decimals', [], decimals)

const outstanding = (fake: FakeChain) => amountOf(fake, 'BINANCE_EXCHANGE.OUTSTANDING')

it('What an exchange still owes is what it was sent less what was claimed, never below 0', async () => {
  expect(await outstanding(counted({ ALM_CONTROLLER: [5n, 2n] }))).toBe('3')
  expect(await outstanding(counted({ ALM_CONTROLLER: [5n, 6n] }))).toBe('0')
})

it('What a replaced controller had sent stays outstanding, though the new one counts from 0', async () => {
  expect(await outstanding(counted({ ALM_CONTROLLER: [0n, 0n], ALM_CONTROLLER_V1_9: [900n, 550n] }))).toBe('350')
  const three = counted({ ALM_CONTROLLER: [100n, 0n], ALM_CONTROLLER_V1_9: [9n, 5n], ALM_CONTROLLER_V1_8: [2n, 1n] })
  expect(await outstanding(three)).toBe('105')
})

it('What the new controller claims is what the replaced one had sent', async () => {
  expect(await outstanding(counted({ ALM_CONTROLLER: [0n, 300n], ALM_CONTROLLER_V1_9: [900n, 550n] }))).toBe('50')
})

it('Before the controller in force was there, the one then in force counts; before all of them nothing is known', async () => {
  expect(await outstanding(counted({ ALM_CONTROLLER_V1_8: [4n, 1n] }))).toBe('3')
  await expect(outstanding(counted({}))).rejects.toMatchObject({ failure: { code: 'not-deployed' } })
})

it('What has come back and lies in the buffer is no longer outstanding, whatever its decimals', async () => {
  const fake = returned(counted({ ALM_CONTROLLER: [900n, 550n] }), 'USDT', 100_500_000n, 6)
  expect(await outstanding(returned(fake, 'RLUSD', 9n * dollar, 18))).toBe('240.5')
  expect(await outstanding(returned(fake, 'USDC', 5_000_000_000n, 6))).toBe('0')
})

it('A controller that refuses leaves what is outstanding unknown', async () => {
  const fake = counted({ ALM_CONTROLLER_V1_9: [900n, 550n] })
  fake.revert(almController, registry.ALM_CONTROLLER.address, 'otcs', [registry.BINANCE_EXCHANGE.address])
  await expect(outstanding(fake)).rejects.toMatchObject({ failure: { code: 'reverted' } })
})
