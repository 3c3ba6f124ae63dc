'use client'

import './globals.css'
import { Failed } from '@/components/layout/failed'

type Props = { readonly error: unknown; readonly retry: () => void }

/** Where even the layout failed. */
export default function GlobalError({ retry }: Props) {
  return (
    <html lang="en">
      <body className="bg-paper font-sans text-ink">
        <Failed retry={retry} />
      </body>
    </html>
  )
}
