import { notFound } from 'next/navigation'

/** Every path that no page claims: so that the 404 page is rendered in its language and under the page's policy. */
export default function NoSuchPage() {
  notFound()
}
