import type { Address } from 'viem'
import { erc20 } from '../../contracts/erc20'
import { litePsm } from '../../contracts/lite-psm'
import { psm3 } from '../../contracts/psm3'
import { fixed } from '../../math/fixed'
import { UINT256_MAX } from '../../math/ray'
import type { Reader } from '../../reader/types'
import { defineMetric, revised } from '../define'
import type { Note } from '../display'
import { assetDecimals, ofSusdc, shareOf, shareReads } from './products'

/** What the module's fee for USDC says: 2^256 − 1 is its way of saying that it gives none out. */
const noteOf = (fee: bigint): { readonly note?: Note } => {
  if (fee === UINT256_MAX) return { note: 'halted' }
  return fee > 0n ? { note: 'fee' } : {}
}

type PsmReader = Reader<typeof litePsm | typeof psm3>

/** Where the module keeps its USDC. */
const pocketOf = async (reader: PsmReader, isEthereum: boolean): Promise<Address> =>
  isEthereum ? reader.address('PSM_POCKET') : reader.read(psm3, reader.address('PSM3'), 'pocket')

/** What the module takes for its USDC: PSM3 has no fee, and nothing that halts it. */
const feeOf = async (reader: PsmReader, isEthereum: boolean): Promise<bigint> =>
  isEthereum ? reader.read(litePsm, reader.address('PSM'), 'tout') : 0n

export const instantLiquidity = defineMetric({
  id: 'savings.instant-liquidity',
  ...ofSusdc,
  versions: revised({
    since: '2026-12-01',
    change: {
      en: '0, with a note, on Ethereum while the module gives no USDC out; a fee for it is noted.',
      'zh-Hant': '以太坊上的模組暫停兌出 USDC 時為 0 並加註；兌出須付費時亦加註。',
    },
  }),
  unit: 'token',
  reads: [...shareReads, litePsm, psm3],
  formula: {
    en: 'LitePSM.tout() = 2^256 − 1 ? 0 : USDC.balanceOf(pocket) · other chains: USDC.balanceOf(PSM3.pocket())',
    'zh-Hant': 'LitePSM.tout() = 2^256 − 1 ? 0 : USDC.balanceOf(pocket) · 其他鏈：USDC.balanceOf(PSM3.pocket())',
  },
  text: {
    en: {
      title: 'Instant liquidity',
      what: 'The USDC from which sUSDC can be withdrawn at once.',
      caveats: [
        'All who use the peg stability module draw on it, not sUSDC alone.',
        'It can be less, or more, than all sUSDC is worth.',
        'Governance can halt the module on Ethereum, or set a fee (tout) that withdrawals then pay.',
        'The code of PSM3 on other chains (spark-psm@2b1a72a) has neither a fee nor a halt to read.',
      ],
    },
    'zh-Hant': {
      title: '即時流動性',
      what: 'sUSDC 可立即提領的 USDC 來源。',
      caveats: [
        '所有使用錨定穩定模組（PSM）的人共用，不專屬於 sUSDC。',
        '可能少於或多於所有 sUSDC 的價值。',
        '治理可以暫停以太坊上的模組，或設定提領時須支付的費用（tout）。',
        '其他鏈的 PSM3 程式碼（spark-psm@2b1a72a）沒有費用，也沒有可讀取的暫停開關。',
      ],
    },
  },
  async read(reader, key) {
    const { product, label } = await shareOf(reader, key)
    const isEthereum = product.kind === 'susdc'
    const usdc = reader.address(product.asset)
    const [decimals, cash, fee] = await Promise.all([
      assetDecimals(reader, product),
      pocketOf(reader, isEthereum).then((pocket) => reader.read(erc20, usdc, 'balanceOf', [pocket])),
      feeOf(reader, isEthereum),
    ])
    return { label, value: fixed(fee === UINT256_MAX ? 0n : cash, decimals), ...noteOf(fee) }
  },
})
