import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { putHtml, takeHtml } from '@/components/ui/html-cache'
import { StillHtml } from '@/components/ui/static-html'
import { Still } from '@/components/ui/static-html-server'

const html = '<svg><title>42</title></svg>'

describe('HTML that no script touches', () => {
  it('stands in the document whole, whether it came with it or after it', () => {
    for (const navigated of [false, true]) {
      const element = <Still as="div" id="a" html={html} navigated={navigated} />
      expect(renderToStaticMarkup(element)).toBe(`<div id="a">${html}</div>`)
    }
  })

  it('is handed to the client by its name alone, but for a page that stands already', () => {
    const { name, ...document } = Still({ as: 'div', html, navigated: false }).props
    expect(JSON.stringify(document)).not.toContain('svg')
    expect(renderToStaticMarkup(<StillHtml as="section" name={name} />)).toBe(`<section>${html}</section>`)
    expect(Still({ as: 'div', html, navigated: true }).props).toMatchObject({ name, html })
  })

  it('is kept only until its document is written: the oldest make room', () => {
    putHtml('first', html)
    for (let i = 0; i < 1024; i++) putHtml(`later ${i}`, html)
    expect(takeHtml('first')).toBe('')
    expect(takeHtml('later 0')).toBe(html)
  })
})
