import type { ViewTheme } from '../../query/view'
import { chartStyle, documentFaces } from '../palette'

/** All that an embed is styled with, in its own document. */
export const embedStyle = (theme: ViewTheme): string =>
  `${chartStyle(theme)}:root{color-scheme:${theme === 'auto' ? 'light dark' : theme}}` +
  `*{box-sizing:border-box;margin:0}html,body,main{height:100%}` +
  `body{font:13px/1.45 ${documentFaces};font-variant-numeric:tabular-nums;background:var(--card);color:var(--ink)}` +
  `figure{min-height:100%;height:100%;display:flex;flex-direction:column;gap:6px;padding:10px 12px 8px}` +
  `h1{font-size:15px;line-height:1.3}.c,footer,nav{color:var(--muted)}` +
  `nav{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12px}nav span{display:flex;gap:8px}a{color:inherit}nav a{text-decoration:none}nav a[aria-current]{color:var(--ink);border-bottom:2px solid var(--ember)}` +
  `.p{position:relative;flex:1 1 0;min-height:96px}.x,.w,div.n{height:100%;max-width:1240px;margin:auto}.w,div.n{display:none}div.n{max-width:480px}.p svg{display:block;width:100%;height:100%;overflow:visible}` +
  `footer{display:flex;flex-wrap:wrap;gap:1px 10px;border-top:1px solid var(--rule);padding-top:5px;font-size:11.5px}` +
  `.k{border:1px solid var(--rule);border-radius:2px;padding:0 4px}.f::before,.o::before{content:'';display:inline-block;width:7px;height:7px;margin-right:5px;border-radius:50%;border:2px solid var(--savings);background:var(--savings)}.o::before{border-color:var(--liquidity);background:none}` +
  `#t{position:absolute;top:0;background:var(--card);border:1px solid var(--edge);border-radius:4px;padding:5px 8px;font-size:11.5px;pointer-events:none;white-space:nowrap;max-width:100%}#t div{display:flex;justify-content:space-between;gap:12px}#t i{display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:5px}` +
  // The table stands in the picture's place: the embed's height is not ours to change.
  `details{font-size:11.5px;color:var(--muted)}summary{cursor:pointer}details[open]{flex:1 1 0;min-height:96px;overflow:auto}details[open] summary{position:sticky;left:0}figure:has([open]) .p{display:none}` +
  `table{border-collapse:collapse;color:var(--ink);margin-top:4px}caption{position:absolute;clip-path:inset(50%)}th,td{padding:2px 14px 2px 0;text-align:left;font-weight:400;white-space:nowrap;border-bottom:1px solid var(--rule)}thead th{color:var(--muted)}td.n,th.n{text-align:right}` +
  `:focus-visible{outline:2px solid var(--ember);outline-offset:1px}` +
  `@media(max-width:859px){.x{display:none}.w{display:block}}@media(max-width:559px){.w{display:none}div.n{display:block}}` +
  `@media(max-height:360px){nav,.c,.s{display:none}}`
