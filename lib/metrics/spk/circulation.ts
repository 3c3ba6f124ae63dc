import { subtract, sum } from '../../math/fixed'
import { from } from '../arithmetic'
import type { Derived, Numbers, Scope } from '../types'

/** The supply less what the wanted holders have. What is not deployed yet holds nothing; one that is unknown makes it unknown. */
export const lessAll = (key: string, numbers: Numbers, scope: Scope, isLocked: (key: string) => boolean): Derived => {
  const held = numbers.of('spk.locked', scope).filter((num) => isLocked(num.key) && num.code !== 'not-deployed')
  return from(
    key,
    [numbers.get('spk.total-supply', scope, 'SPK'), ...held],
    (supply, ...locked) => (supply ? subtract(supply, sum(locked)) : null),
    { label: 'SPK' },
  )
}
