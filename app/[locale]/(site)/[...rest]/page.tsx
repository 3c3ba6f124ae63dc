import { NotFoundPage } from '@/app/not-found-page'

/** Every path that no page claims. Not `notFound()`: Next answers that with an empty body to a reader without script. */
export default function NoSuchPage() {
  return <NotFoundPage />
}
