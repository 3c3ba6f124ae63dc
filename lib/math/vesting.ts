import type { Seconds } from './ray'

/** An award as DssVest holds it: times in unix seconds, amounts in the token's smallest unit. `rxd` was paid out already. */
export type Award = {
  readonly bgn: Seconds
  readonly clf: Seconds
  readonly fin: Seconds
  readonly tot: bigint
  readonly rxd: bigint
}

type Line = Pick<Award, 'bgn' | 'fin' | 'tot'>

/** `DssVest.accrued(id)`: what has streamed by `now` in a straight line from `bgn` to `fin`, whatever the cliff; floor. */
export function accrued({ bgn, fin, tot }: Line, now: Seconds): bigint {
  const [begin, end, at] = [BigInt(bgn), BigInt(fin), BigInt(now)]
  if (at < begin) return 0n
  return at >= end ? tot : (tot * (at - begin)) / (end - begin)
}

/** What the owner may have had by `now`, claimed or not: nothing before the cliff, from then on all that has streamed. */
export function unlocked(award: Omit<Award, 'rxd'>, now: Seconds): bigint {
  return BigInt(now) < BigInt(award.clf) ? 0n : accrued(award, now)
}

/** `DssVest.unpaid(id)`: what may be claimed at `now`. @throws RangeError when more was paid than streamed, where the contract reverts. */
export function unpaid(award: Award, now: Seconds): bigint {
  if (BigInt(now) < BigInt(award.clf)) return 0n
  const due = accrued(award, now) - award.rxd
  if (due < 0n) throw new RangeError(`${award.rxd} paid is more than has streamed`)
  return due
}

/** The award as `DssVest.yank(id, end)` at `now` leaves it: it ends then with what has unlocked, or with nothing before its cliff. */
export function yanked(award: Award, now: Seconds, end: Seconds = now): Award {
  const fin = BigInt(end) < BigInt(now) ? now : end
  if (BigInt(fin) >= BigInt(award.fin)) return award
  if (BigInt(fin) < BigInt(award.bgn)) return { ...award, bgn: fin, clf: fin, fin, tot: 0n }
  if (BigInt(fin) < BigInt(award.clf)) return { ...award, clf: fin, fin, tot: 0n }
  return { ...award, fin, tot: unpaid(award, fin) + award.rxd }
}

/** `StakingRewards.rewardRate` as it is worth: the contract keeps its last value after `periodFinish`, when nothing is paid. */
export function rewardRateNow(rewardRate: bigint, periodFinish: Seconds, now: Seconds): bigint {
  return BigInt(now) < BigInt(periodFinish) ? rewardRate : 0n
}

/** What a farm holds for the rest of its period, in units of its reward; 0 after `periodFinish`. */
export function unstreamed(rewardRate: bigint, periodFinish: Seconds, now: Seconds): bigint {
  const left = BigInt(periodFinish) - BigInt(now)
  return left > 0n ? rewardRate * left : 0n
}
