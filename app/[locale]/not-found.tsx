import { NotFound } from '@/components/layout/not-found'

/** Next sends this along with every page, so it stands bare. What readers meet is the catch-all page, in its frame. */
export default function NotFoundFallback() {
  return (
    <main className="mx-auto max-w-[75rem] px-4 py-10 sm:px-6">
      <NotFound />
    </main>
  )
}
