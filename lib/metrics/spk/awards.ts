import type { Address, ContractFunctionReturnType } from 'viem'
import { dssVest } from '../../contracts/dss-vest'
import { AbsentError, MisfitError, NodeError, ReadError } from '../../errors'
import { YEAR } from '../../math/spk-plan'
import type { Award } from '../../math/vesting'
import type { Reader } from '../../reader/types'
import type { Answer } from '../types'
import { ofSpk, wad } from './token'

/** The two contracts through which SPK vests: Spark's own, for the team, and Sky's, for the farms. */
const vests = ['DSS_VEST', 'MCD_VEST_SPK_TREASURY'] as const

export type Vest = (typeof vests)[number]

/**
 * What governance granted, by award: a contract forgets it when the award is yanked. Sources: sparkdotfi/spark-spells 20260212
 * (the team); sky-ecosystem/spells-mainnet 2025-06-26 (stakers of USDS, of SKY).
 */
export const grants: Readonly<Record<string, { readonly tot: bigint; readonly span: number }>> = {
  'DSS_VEST.1': { tot: 1_200_000_000n * 10n ** 18n, span: 4 * YEAR },
  'MCD_VEST_SPK_TREASURY.1': { tot: 2_275_000_000n * 10n ** 18n, span: 2 * YEAR },
  'MCD_VEST_SPK_TREASURY.2': { tot: 975_000_000n * 10n ** 18n, span: 2 * YEAR },
}

const knownKeys = Object.keys(grants)

/** More awards than these are no award list: an answer of a million would ask a million questions. */
const most = 64n

export type VestReader = Reader<typeof dssVest>

export type AwardPlace = { readonly vest: Vest; readonly id: bigint }

export const placeOf = (key: string): AwardPlace => {
  const vest = vests.find((each) => key.startsWith(`${each}.`))
  const id = key.slice(key.lastIndexOf('.') + 1)
  if (vest === undefined || !/^\d+$/.test(id)) throw new AbsentError('not-deployed')
  return { vest, id: BigInt(id) }
}

const knownIn = (vest: Vest): readonly string[] => knownKeys.filter((key) => key.startsWith(`${vest}.`))

/**
 * Every award a contract ever made, yanked ones too. Where it cannot say how many, those that are known, so that they are
 * said to be absent or to have failed.
 */
export const keysIn = async (reader: VestReader, vest: Vest): Promise<readonly string[]> => {
  try {
    const ids = await reader.read(dssVest, reader.address(vest), 'ids')
    if (ids > most) throw new MisfitError()
    return Array.from({ length: Number(ids) }, (_, index) => `${vest}.${index + 1}`)
  } catch (error) {
    if (error instanceof ReadError && !(error instanceof NodeError)) return knownIn(vest)
    throw error
  }
}

export const awardKeys = async (reader: VestReader): Promise<readonly string[]> =>
  (await Promise.all(vests.map((vest) => keysIn(reader, vest)))).flat()

type Stored = ContractFunctionReturnType<typeof dssVest.abi, 'view', 'awards'>

const named = ([, bgn, clf, fin, , , tot, rxd]: Stored): Award => ({ bgn, clf, fin, tot, rxd })

const storedOf = (reader: VestReader, { vest, id }: AwardPlace): Promise<Stored> =>
  reader.read(dssVest, reader.address(vest), 'awards', [id])

/** The award as the contract holds it now. */
export const awardOf = async (reader: VestReader, place: AwardPlace): Promise<Award> =>
  named(await storedOf(reader, place))

/** Whom the award is made out to. */
export const recipientOf = async (reader: VestReader, place: AwardPlace): Promise<Address> =>
  (await storedOf(reader, place))[0]

/** What has streamed, whatever the cliff, as the contract says. */
export const accruedOf = (reader: VestReader, { vest, id }: AwardPlace): Promise<bigint> =>
  reader.read(dssVest, reader.address(vest), 'accrued', [id])

/** What can be claimed now, as the contract says. */
export const unpaidOf = (reader: VestReader, { vest, id }: AwardPlace): Promise<bigint> =>
  reader.read(dssVest, reader.address(vest), 'unpaid', [id])

/** All that a contract says of an award. */
const everythingOf = (reader: VestReader, place: AwardPlace): readonly Promise<unknown>[] => [
  awardOf(reader, place),
  accruedOf(reader, place),
  unpaidOf(reader, place),
]

/** Keys of all awards for a sum, whose proof shows everything of each of them, whichever part it adds up. */
export const awardsInSum = async (reader: VestReader): Promise<readonly string[]> => {
  const keys = await awardKeys(reader)
  await Promise.allSettled(keys.flatMap((key) => everythingOf(reader, placeOf(key))))
  return keys
}

/** Known awards, before their list is read. */
const prefetch = (reader: VestReader) => knownKeys.flatMap((key) => everythingOf(reader, placeOf(key)))

/** What every metric of an award declares alike. */
export const ofAward = { ...ofSpk, keys: awardKeys, prefetch, expects: () => knownKeys } as const

/** The same with the sum of all awards under `TOTAL`. */
export const ofAwards = {
  ...ofSpk,
  prefetch,
  keys: async (reader: VestReader) => [...(await awardKeys(reader)), 'TOTAL'],
  expects: () => [...knownKeys, 'TOTAL'],
} as const

export const readAward =
  (answer: (award: Award, key: string) => Answer) =>
  async (reader: VestReader, key: string): Promise<Answer> =>
    answer(await awardOf(reader, placeOf(key)), key)

/** Σ of what is deployed; unknown where one part is, absent where nothing is deployed. */
export const sumOfDeployed = async (parts: readonly Promise<bigint>[]): Promise<bigint> => {
  const found = await Promise.all(
    parts.map((part) =>
      part.catch((error: unknown) => {
        if (error instanceof AbsentError) return null
        throw error
      }),
    ),
  )
  const known = found.filter((part) => part !== null)
  if (known.length === 0) throw new AbsentError('not-deployed')
  return known.reduce((sum, part) => sum + part, 0n)
}

/** A `read` of an amount of SPK for each award and for all of them. */
export const readAwards =
  (amount: (reader: VestReader, place: AwardPlace) => Promise<bigint>) =>
  async (reader: VestReader, key: string): Promise<Answer> => {
    if (key !== 'TOTAL') return { value: wad(await amount(reader, placeOf(key))) }
    const places = (await awardsInSum(reader)).map(placeOf)
    return { value: wad(await sumOfDeployed(places.map((place) => amount(reader, place)))) }
  }
