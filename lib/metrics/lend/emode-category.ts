import type { ContractFunctionReturnType } from 'viem'
import { pool } from '../../contracts/pool'
import { type ReserveReader, reserveOf } from './market'

type Category = ContractFunctionReturnType<typeof pool.abi, 'view', 'getEModeCategoryData'>

/** The reserve's e-mode category (basis points, the bonus with its 100 %); null where it is in none. */
export const categoryOf = async (
  reader: ReserveReader,
  key: string,
): Promise<{ readonly label: string; readonly category: Category | null }> => {
  const { label, config } = await reserveOf(reader, key)
  if (config.eModeCategory === 0) return { label, category: null }
  const category = await reader.read(pool, reader.address('POOL'), 'getEModeCategoryData', [config.eModeCategory])
  return { label, category }
}
