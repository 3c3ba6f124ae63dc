import { useTranslations } from 'next-intl'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Block } from '../figures/block'
import { FactRow } from '../figures/fact-row'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { Term } from '../ui/term'
import { addressAt, home, spkNum } from './model'

const stages = ['staked', 'unstaking', 'withdrawable'] as const

/** What lies in stSPK: staked, leaving, and left lying. */
export function Staking({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk.staking')
  const address = addressAt('STSPK')
  return (
    <Block
      id="staking"
      title={<Term of="staking">{t('title')}</Term>}
      caption={t('caption')}
      foot={address === null ? null : <AddressLink chain={home} address={address} name="stSPK" />}
    >
      <FactRow
        facts={stages.map((stage) => ({
          key: stage,
          name: t(`${stage}.name`),
          about: t(`${stage}.what`),
          value: <Value of={spkNum(numbers, stage, 'STSPK')} form="full" decimals={0} unit />,
        }))}
      />
    </Block>
  )
}
