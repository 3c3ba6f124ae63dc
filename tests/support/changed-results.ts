import { decodeFunctionData, decodeFunctionResult, encodeFunctionResult, type Hex } from 'viem'
import { aggregateAbi } from '@/lib/reader/multicall'
import type { Answer, Message } from './faults'

/** What a node can tell without any state: Multicall3's own functions, and what is compiled into it. */
const needsNoState = (address: string) => /^0x(ca11bde05977b3631167028862be2a173976ca11|0{36}....)$/i.test(address)

/** An answer whose inner results are changed call by call. */
export const changedResults = (
  message: Message,
  answer: Answer,
  change: (target: string, data: Hex) => Hex,
): Answer => {
  try {
    const { data } = message.params[0] as { readonly data: Hex }
    const [calls] = decodeFunctionData({ abi: aggregateAbi, data }).args
    const results = decodeFunctionResult({ abi: aggregateAbi, data: answer.result as Hex })
    const changed = results.map(({ success, returnData }, index) => {
      const target = calls[index]?.target ?? '0x'
      return needsNoState(target) ? { success, returnData } : { success: true, returnData: change(target, returnData) }
    })
    return { ...answer, result: encodeFunctionResult({ abi: aggregateAbi, result: changed }) }
  } catch {
    return answer
  }
}
