import { capAutomator } from '../../contracts/cap-automator'
import { fixed } from '../../math/fixed'
import type { Reader } from '../../reader/types'
import { symbolOf } from '../token-symbol'
import type { Answer } from '../types'
import { assetOf, type reserveReads } from './market'

/** A setting of the CapAutomator (whole tokens); no value, with the note "none", where the cap is not automated. */
export const automatedCap = async (
  reader: Reader<(typeof reserveReads)[number] | typeof capAutomator>,
  key: string,
  side: 'supplyCapConfigs' | 'borrowCapConfigs',
  field: 'max' | 'gap',
): Promise<Answer> => {
  const asset = await assetOf(reader, key)
  const [[max, gap], label] = await Promise.all([
    reader.read(capAutomator, reader.address('CAP_AUTOMATOR'), side, [asset]),
    symbolOf(reader, asset, key),
  ])
  if (max === 0) return { label, value: null, note: 'none' }
  return { label, value: fixed(BigInt(field === 'max' ? max : gap), 0) }
}
