'use client'

import { useEffect, useRef } from 'react'
import { type AgeUnits, tickAges } from './ages'
import { moveInTable } from './table-keys'
import { switchTheme } from './theme'

export type Words = {
  readonly close: string
  readonly copied: string
  readonly loading: string
  readonly failed: string
  readonly proof: string
  readonly open: string
  readonly dark: string
  readonly light: string
  /** How a table is read by keyboard, said of each where a script runs. */
  readonly tableKeys: string
  readonly units: AgeUnits
}

/** The button that was pressed last says that it is done; no other does. */
const markCopied = (button: Element, copied: string): void => {
  for (const other of document.querySelectorAll<HTMLElement>('[data-copied]')) {
    other.textContent = other.dataset.copied ?? ''
    delete other.dataset.copied
  }
  button.setAttribute('data-copied', button.textContent)
  button.textContent = copied
}

/** Everything the pages do beyond HTML, by delegation, so that tables of hundreds of numbers hydrate nothing. */
export function Script({ words }: { readonly words: Words }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLAnchorElement>(null)
  const status = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    const say = (text: string) => {
      if (status.current) status.current.textContent = text
    }
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.defaultPrevented) return
      const number = event.target.closest<HTMLAnchorElement>('a[data-number]')
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (number && plain && dialog.current && content.current && page.current) {
        event.preventDefault()
        page.current.href = number.href
        dialog.current.showModal()
        void showProof(number.href, content.current, words)
        return
      }
      if (event.target.closest('[data-close]')) dialog.current?.close()
      if (event.target.closest('[data-theme-switch]')) say(switchTheme() === 'dark' ? words.dark : words.light)
      const copy = event.target.closest('[data-copy]')
      const text = copy?.closest('[data-copyable]')?.querySelector('pre')?.textContent
      if (copy && text)
        void navigator.clipboard.writeText(text).then(
          () => {
            markCopied(copy, words.copied)
            say(words.copied)
          },
          () => undefined,
        )
    }
    // The dialog closes by itself; the menu of narrow screens, a plain <details>, does not.
    const onKey = (event: KeyboardEvent) => {
      if (moveInTable(event)) return
      const menu = event.key === 'Escape' ? document.querySelector<HTMLDetailsElement>('header details[open]') : null
      if (!menu) return
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    const stop = tickAges(words.units)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
      stop()
    }
  }, [words])

  return (
    <>
      <p ref={status} role="status" className="sr-only" />
      <p id="table-keys" hidden>
        {words.tableKeys}
      </p>
      <dialog ref={dialog} aria-label={words.proof} className="proof-panel border-l border-rule bg-paper text-ink">
        <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-rule bg-paper px-5 py-3">
          <a ref={page} href="/" className="link text-small">
            {words.open}
          </a>
          <button type="button" data-close className="rounded border border-edge px-3 py-0.5 text-small">
            {words.close}
          </button>
        </div>
        <div ref={content} className="px-5 py-5" />
      </dialog>
    </>
  )
}

/** The panel shows the number's own page: one text, one language, one renderer. Parsed scripts never run. */
async function showProof(url: string, into: HTMLElement, words: Words) {
  into.textContent = words.loading
  into.dataset.url = url
  const article = await fetch(url, { headers: { accept: 'text/html' } })
    .then((answer) => answer.text())
    .then((html) => new DOMParser().parseFromString(html, 'text/html').querySelector('[data-proof]'))
    .catch(() => null)
  // A later click may have come in between: only the newest number is shown.
  if (into.dataset.url !== url) return
  if (article) into.replaceChildren(document.importNode(article, true))
  else into.textContent = words.failed
  into.closest('dialog')?.scrollTo({ top: 0 })
}
