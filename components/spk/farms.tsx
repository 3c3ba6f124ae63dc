import { useTranslations } from 'next-intl'
import { isZero } from '@/lib/math/fixed'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { Block } from '../figures/block'
import { NumberLink } from '../figures/number-link'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { emptyFarmsOf, type FarmRow, farmsOf } from './farm-model'
import { Place } from './place'

/** The farms that pay SPK: what lies in them, what they pay now, until when. */
export function Farms({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk.farms')
  const columns: readonly Column<FarmRow>[] = [
    {
      key: 'farm',
      head: t('farm'),
      cell: ({ key, name }) => (
        <>
          <span className="font-medium">{t(`names.${name}`)}</span>
          <Place at={key} />
        </>
      ),
    },
    {
      key: 'staked',
      head: t('staked'),
      align: 'end',
      cell: ({ get }) => (
        <>
          <Value of={get('farm-staked')} form="full" decimals={0} unit />
          <span className="block text-tiny text-muted">
            {t.rich('own', { amount: () => <Value of={get('farm-staked-spark')} form="full" decimals={0} /> })}
          </span>
        </>
      ),
    },
    {
      key: 'rate',
      head: t('rate'),
      unit: t('rate-unit'),
      align: 'end',
      cell: ({ get }) => <Rate row={get('farm-rate')} />,
    },
    { key: 'end', head: t('end'), align: 'end', cell: ({ get }) => <Value of={get('farm-end')} /> },
    {
      key: 'left',
      head: t('left'),
      unit: 'SPK',
      align: 'end',
      cell: ({ get }) => <Value of={get('locked')} form="full" decimals={0} />,
    },
    {
      key: 'claimed',
      head: t('claimed'),
      unit: 'SPK',
      align: 'end',
      cell: ({ get }) => <Value of={get('claimed')} form="full" decimals={0} />,
    },
  ]
  return (
    <Block id="farms" title={t('title')} caption={t('caption')}>
      <DataTable
        id="spk-farms"
        caption={t('title')}
        columns={columns}
        rows={farmsOf(numbers)}
        rowKey={({ key }) => key}
      />
      {emptyFarmsOf(numbers).map(({ key, name, get }) => (
        <p key={key} className="prose mt-3 text-small text-warn">
          {t.rich('empty', {
            farm: t(`names.${name}`),
            stuck: () => <Value of={get('farm-stuck')} form="full" decimals={0} unit />,
            left: () => <Value of={get('locked')} form="full" decimals={0} unit />,
          })}
        </p>
      ))}
    </Block>
  )
}

/** Zero is a fact here: the farm has nothing left to pay, or nobody to pay it to. */
function Rate({ row: num }: { readonly row: ReturnType<FarmRow['get']> }) {
  const t = useTranslations('spk.farms')
  return isKnown(num) && isZero(num.value) ? (
    <NumberLink of={num}>{t(num.note === 'nothing-staked' ? 'nobody' : 'ended')}</NumberLink>
  ) : (
    <Value of={num} form="full" decimals={6} />
  )
}
