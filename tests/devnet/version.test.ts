import { expect, it } from 'vitest'
import { networkVersion } from '@/lib/devnet/version'

it('the network’s version is made from its sources and the same each time', async () => {
  const version = await networkVersion()
  expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect(await networkVersion()).toBe(version)
})
