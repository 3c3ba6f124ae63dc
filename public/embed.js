/*
 * Gives Sparkscope's frames the height they ask for. Optional: frames fit any height by themselves.
 * <script async src="https://…/embed.js"></script>, once a page, anywhere.
 * A frame says {type: 'sparkscope:height', id, height}; it is believed only from this script's own origin, only about
 * itself, and only between 100 and 4000 px.
 */
;(() => {
  const { origin } = new URL(document.currentScript.src)
  const ours = (frame) => frame.src.startsWith(`${origin}/embed/`)
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || data === null || typeof data !== 'object' || data.type !== 'sparkscope:height') return
    const height = Number(data.height)
    if (!Number.isFinite(height)) return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = `${Math.min(4000, Math.max(100, Math.round(height)))}px`
  })
  const ask = () => {
    // it carries nothing; a frame still empty is of the page's own origin, and speaks up once it is not
    for (const frame of document.querySelectorAll('iframe'))
      if (ours(frame)) frame.contentWindow?.postMessage({ type: 'sparkscope:ask' }, '*')
  }
  ask()
})()
