import { useTranslations } from 'next-intl'
import { readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Status, type StatusFacts } from '@/components/status/status'
import { numbersOf } from '@/lib/numbers/number-index'
import { getAppRuntime } from '@/lib/server/app-runtime'

export default async function StatusPage() {
  const { collector, store } = getAppRuntime()
  const site = readSite()
  // The page that says how the store fares must not fail with it.
  const snapshots = await store.snapshotCount().catch(() => null)
  return (
    <StatusShell
      site={site}
      facts={{ collector: collector(), engine: store.engine, snapshots, network: site.network }}
    />
  )
}

type Props = { readonly site: ReturnType<typeof readSite>; readonly facts: StatusFacts }

function StatusShell({ site, facts }: Props) {
  const t = useTranslations('status')
  return (
    <Shell site={site} path="/status" section="status" title={t('title')} description={t('description')}>
      {/* with nothing read it is here that one learns why */}
      <Status numbers={site.snapshot && numbersOf(site.snapshot)} facts={facts} />
    </Shell>
  )
}
