'use client'

import { useEffect, useRef } from 'react'
import { takeHtml } from './html-cache'

/** What stood in the document when its script came: the router may bring the reader back to it without a request. */
const seen = new Map<string, string>()

const onServer = typeof window === 'undefined'

export type StillHtmlProps = Omit<React.HTMLAttributes<HTMLElement>, 'dangerouslySetInnerHTML' | 'children'> & {
  readonly as: 'div' | 'section'
  readonly name: string
  /** Only where no document has brought it. */
  readonly html?: string
}

/** The element that holds it. Hydration leaves what is inside as the document wrote it. */
export function StillHtml({ as: Element, name, html, ...attributes }: StillHtmlProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const standing = element.current
    return () => {
      if (html === undefined && standing) seen.set(name, standing.innerHTML)
    }
  }, [name, html])
  const inside = html ?? (onServer ? takeHtml(name) : (seen.get(name) ?? ''))
  return (
    <Element
      {...attributes}
      ref={element}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: those who call Still escape every word
      dangerouslySetInnerHTML={{ __html: inside }}
    />
  )
}
