import { useTranslations } from 'next-intl'
import { Block } from '../figures/block'
import { type Fact, FactList } from '../figures/fact-list'
import { NumberLink } from '../figures/number-link'
import { Value } from '../figures/value'
import { CapUse } from './cap-use'
import { type CapFacts, capOf, type Reserve } from './reserve-model'

const sides = ['supply', 'borrow'] as const

/** How much more may be supplied and borrowed, and how far the caps may be raised without a vote. */
export function ReserveCaps({ reserve }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.caps')
  const hasAutomator = reserve.chain.slug === 'ethereum'
  return (
    <Block id="caps" title={t('title')} caption={t('caption')}>
      <div className="space-y-5">
        {sides.map((side) => (
          <section key={side}>
            <h3 className="mb-1 font-medium">{t(side)}</h3>
            <FactList facts={factsOf(capOf(reserve, side))} />
          </section>
        ))}
      </div>
    </Block>
  )

  function factsOf({ cap, headroom, max, gap, ...use }: CapFacts): readonly Fact[] {
    const set: readonly Fact[] = [
      {
        key: 'cap',
        name: t('cap'),
        about: t('cap-what'),
        value: use.isSet ? (
          <Value of={cap} form="full" decimals={0} unit />
        ) : (
          <NumberLink of={cap}>{t('none')}</NumberLink>
        ),
      },
    ]
    const room: readonly Fact[] = [
      {
        key: 'used',
        name: t('used'),
        value: (
          <span className="block w-40">
            <CapUse of={{ cap, headroom, max, gap, ...use }} />
          </span>
        ),
      },
      { key: 'left', name: t('left'), value: <Value of={headroom} form="full" unit /> },
    ]
    const automatic: readonly Fact[] = [
      { key: 'max', name: t('max'), about: t('max-what'), value: <Automatic of={max} /> },
      { key: 'gap', name: t('gap'), about: t('gap-what'), value: <Automatic of={gap} /> },
    ]
    return [...set, ...(use.isSet ? room : []), ...(hasAutomator ? automatic : [])]
  }
}

function Automatic({ of: num }: { readonly of: CapFacts['max'] }) {
  const t = useTranslations('lend.caps')
  if (num.status === 'ok' && num.value === null) return <NumberLink of={num}>{t('not-automatic')}</NumberLink>
  return <Value of={num} form="full" decimals={0} unit />
}
