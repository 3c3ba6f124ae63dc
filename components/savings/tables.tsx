import { useTranslations } from 'next-intl'
import type { Observation } from '@/lib/numbers/number-index'
import { parseSort } from '@/lib/pages/table-sort'
import { Block } from '../figures/block'
import { type Column, DataTable } from '../ui/data-table'
import {
  assetsColumn,
  capColumn,
  chainColumn,
  deployedColumn,
  gapColumn,
  idleColumn,
  indexColumn,
  instantColumn,
  nameColumn,
  priceColumn,
  rateColumn,
  Spread,
  sharesColumn,
} from './columns'
import { type Group, inGroup, type Product } from './model'

type BlockProps = {
  readonly products: readonly Product[]
  readonly sort: string | readonly string[] | undefined
}

type TableProps = BlockProps & {
  readonly group: Group
  readonly columns: readonly Column<Product>[]
}

function ProductTable({ products, group, columns, sort }: TableProps) {
  const t = useTranslations('savings.groups')
  const id = `savings-${group}`
  return (
    <Block id={group} title={t(`${group}.title`)} caption={t(`${group}.caption`)}>
      <DataTable
        id={id}
        caption={t(`${group}.title`)}
        columns={columns}
        rows={inGroup(products, group)}
        rowKey={(product) => product.id}
        sort={parseSort(sort, id)}
        path="/savings"
      />
    </Block>
  )
}

export function SkyBlock(props: BlockProps) {
  const t = useTranslations('savings.table')
  const columns = [nameColumn(t), rateColumn(t), assetsColumn(t), sharesColumn(t), priceColumn(t)]
  return <ProductTable {...props} group="sky" columns={columns} />
}

export function BridgedBlock(props: BlockProps) {
  const t = useTranslations('savings.table')
  const columns = [
    chainColumn(t),
    rateColumn(t),
    gapColumn(t),
    assetsColumn(t),
    sharesColumn(t),
    priceColumn(t),
    indexColumn(t),
  ]
  return <ProductTable {...props} group="bridged" columns={columns} />
}

export function SusdcBlock(props: BlockProps) {
  const t = useTranslations('savings.table')
  const columns = [chainColumn(t), rateColumn(t), assetsColumn(t), sharesColumn(t), priceColumn(t), instantColumn(t)]
  return <ProductTable {...props} group="susdc" columns={columns} />
}

export function VaultsBlock({ susds, ...props }: BlockProps & { readonly susds: Observation }) {
  const t = useTranslations('savings.table')
  const points = useTranslations('common.change')('points')
  const spread: Column<Product> = {
    key: 'spread',
    head: t('spread'),
    unit: points,
    align: 'end',
    cell: (product) => <Spread of={product} susds={susds} />,
    sort: ({ get }) => get('apy').value,
  }
  const columns = [
    nameColumn(t),
    rateColumn(t),
    spread,
    assetsColumn(t),
    idleColumn(t),
    deployedColumn(t),
    capColumn(t),
    priceColumn(t),
  ]
  return <ProductTable {...props} group="vault" columns={columns} />
}
