import { DAY, HOUR, MINUTE } from '@/lib/format/time'

export type AgeUnits = {
  readonly s: string
  readonly min: string
  readonly h: string
  readonly d: string
  /** What an age is said with: `18 h` → `18 h old`. */
  readonly old: string
}

const AGE = '{age}'

const steps = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [1, 's'],
] as const

/** `9 s`, `14 min`: as the server writes ages, from the reader's own clock. */
export function ageText(seconds: number, units: AgeUnits): string {
  const span = Math.max(Math.floor(seconds), 0)
  const [size, unit] = steps.find(([least]) => span >= least) ?? ([1, 's'] as const)
  return `${Math.floor(span / size)}\u00a0${units[unit]}`
}

/** Says of what the server called fresh that it is no longer, once its time is over. */
const endFreshness = (now: number) => {
  for (const fresh of document.querySelectorAll<HTMLElement>('[data-until]')) {
    if (now <= Number(fresh.dataset.until)) continue
    fresh.removeAttribute('data-until')
    fresh.setAttribute('data-late', '')
    for (const words of fresh.querySelectorAll<HTMLElement>('[data-late-text]'))
      words.textContent = words.dataset.lateText ?? ''
  }
}

/**
 * Turns the server's time of day into an age that goes on, wherever `<time data-age>` stands, and ends what was fresh.
 * Returns how to stop.
 */
export function tickAges(units: AgeUnits): () => void {
  const tick = () => {
    const now = Date.now() / 1000
    endFreshness(now)
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-age]')) {
      const age = ageText(now - Number(time.dataset.age), units)
      const text = time.dataset.old === undefined ? age : units.old.replace(AGE, age)
      if (time.textContent !== text) time.textContent = text
    }
  }
  tick()
  const timer = setInterval(tick, 1000)
  return () => clearInterval(timer)
}
