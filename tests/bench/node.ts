import { type Abi, type Address, createPublicClient, type Hex, http } from 'viem'

/** A node past everything under measurement. */
export const createNode = (url: string) => {
  const client = createPublicClient({ transport: http(url, { timeout: 60_000 }) })
  const request = client.request as (call: { method: string; params: readonly unknown[] }) => Promise<unknown>
  return {
    send: (method: string, ...params: readonly unknown[]) => request({ method, params }),
    read: (address: Address, abi: Abi, functionName: string, args: readonly unknown[]) =>
      client.readContract({ address, abi, functionName, args }) as Promise<Hex>,
  }
}
