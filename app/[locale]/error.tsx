'use client'

import { Failed } from '@/components/layout/failed'

type Props = { readonly error: unknown; readonly retry: () => void }

/** A page that failed; what went wrong is in the server's log, never in the page. */
export default function ErrorPage({ retry }: Props) {
  return <Failed retry={retry} />
}
