import { expect, it } from 'vitest'
import { networkVersion } from '@/lib/devnet/version'

it('names the network by its sources, the same at every asking', async () => {
  const version = await networkVersion()
  expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect(await networkVersion()).toBe(version)
})
