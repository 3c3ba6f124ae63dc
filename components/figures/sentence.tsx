import { useLocale } from 'next-intl'

/** What stands between two sentences: a space in English, nothing in Chinese. */
export function Between() {
  return useLocale() === 'en' ? ' ' : null
}

/** The sentence a page opens with: what one sees, said with its numbers. */
export function Sentence({ children }: { readonly children: React.ReactNode }) {
  return (
    <h1 className="mb-5 max-w-[38em] wrap-anywhere text-[1.375rem] leading-snug font-semibold tracking-tight sm:text-sentence sm:leading-tight">
      {children}
    </h1>
  )
}
