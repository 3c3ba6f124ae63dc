import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { keepHtml, keptHtml } from '@/components/ui/html-cache'
import { StaticHtmlElement } from '@/components/ui/static-html'
import { StaticHtml } from '@/components/ui/static-html-server'
import { startPageResponse } from '../support/page-response'

const html = '<svg><title>42</title></svg>'

describe('HTML that no script touches', () => {
  it('stands in the document whole, whether it came with it or after it', () => {
    startPageResponse()
    for (const navigated of [false, true]) {
      const element = <StaticHtml as="div" id="a" html={html} navigated={navigated} />
      expect(renderToStaticMarkup(element)).toBe(`<div id="a">${html}</div>`)
    }
  })

  it('is handed to the client by its name alone, but for a page that stands already', () => {
    startPageResponse()
    const { name, ...document } = StaticHtml({ as: 'div', html, navigated: false }).props
    expect(JSON.stringify(document)).not.toContain('svg')
    expect(renderToStaticMarkup(<StaticHtmlElement as="section" name={name} />)).toBe(`<section>${html}</section>`)
    expect(StaticHtml({ as: 'div', html, navigated: true }).props).toMatchObject({ name, html })
  })

  it('goes with the request that made it', () => {
    startPageResponse()
    const { name } = StaticHtml({ as: 'div', html, navigated: false }).props
    startPageResponse()
    const element = <StaticHtmlElement as="div" name={name} />
    expect(() => renderToStaticMarkup(element)).toThrow('is missing from the request')
  })

  it('is an error where it is missing, never an empty picture', () => {
    startPageResponse()
    const element = <StaticHtmlElement as="div" name="none" />
    expect(() => renderToStaticMarkup(element)).toThrow('The static HTML none is missing')
  })

  it('is kept in the browser for the way back, and the oldest make room', () => {
    keepHtml('first', html)
    for (let i = 0; i < 256; i++) keepHtml(`later ${i}`, html)
    expect(keptHtml('first')).toBeUndefined()
    expect(keptHtml('later 0')).toBe(html)
  })
})
