'use client'

import { useEffect, useRef, useState } from 'react'
import { pageResponse } from '@/lib/pages/response'
import { keepHtml, keptHtml } from './html-cache'

export type StaticHtmlElementProps = Omit<React.HTMLAttributes<HTMLElement>, 'dangerouslySetInnerHTML' | 'children'> & {
  readonly as: 'div' | 'section'
  readonly name: string
  /** Only where no document has brought it. */
  readonly html?: string
}

/** On the server from the request; in the browser what left the screen before, or nothing, for hydration keeps what stands. */
const htmlOf = (name: string): string => {
  if (typeof window !== 'undefined') return keptHtml(name) ?? ''
  const html = pageResponse().html.get(name)
  if (html === undefined) throw new Error(`The static HTML ${name} is missing from the request that renders it.`)
  return html
}

/** The element that holds it. Hydration leaves what is inside as the document wrote it. */
export function StaticHtmlElement({ as: Element, name, html, ...attributes }: StaticHtmlElementProps) {
  const element = useRef<HTMLDivElement>(null)
  const [inside] = useState(() => html ?? htmlOf(name))
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    const node = element.current
    if (html !== undefined || !node) return
    setMissing(node.innerHTML === '')
    return () => keepHtml(name, node.innerHTML)
  }, [name, html])
  // shown by the page's error boundary, whose button asks for the page anew
  if (missing) throw new Error(`The static HTML ${name} is missing from the document.`)
  return (
    <Element
      {...attributes}
      ref={element}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: those who call StaticHtml escape every word
      dangerouslySetInnerHTML={{ __html: inside }}
    />
  )
}
