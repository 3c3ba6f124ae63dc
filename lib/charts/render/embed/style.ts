import type { ViewTheme } from '../../query/view'
import { chartStyle, documentFaces } from '../palette'
import { pictureStyle } from './pictures'

/** All that an embed is styled with, in its own document; on paper it is light. */
export const embedStyle = (theme: ViewTheme): string =>
  `${chartStyle(theme)}:root{color-scheme:${theme === 'auto' ? 'light dark' : theme}}` +
  `@media print{${chartStyle('light')}:root{color-scheme:light}nav,#t,details:not([open]){display:none}}` +
  `*{box-sizing:border-box;margin:0}html,body,main{height:100%}` +
  `body{font:13px/1.45 ${documentFaces};font-variant-numeric:tabular-nums;background:var(--card);color:var(--ink);-webkit-text-size-adjust:100%}` +
  `figure{min-height:100%;height:100%;display:flex;flex-direction:column;gap:6px;padding:10px 12px 8px}` +
  `h1{font-size:15px;line-height:1.3}h1 strong{font-size:12px;color:var(--ember);margin-left:6px}.c,footer,nav{color:var(--muted)}` +
  `nav{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12px}nav span{display:flex;flex-wrap:wrap;gap:0 8px}a{color:inherit}nav a{text-decoration:none}nav a[aria-current]{color:var(--ink);border-bottom:2px solid var(--ember)}` +
  `.p{position:relative;flex:1 1 0;min-height:84px;container-type:size;touch-action:pan-y pinch-zoom}.p>div{position:absolute;inset:0}.p svg{display:block;position:absolute;inset:0;width:100%;height:100%}.p [data-labels] a:hover rect{fill:var(--ink);fill-opacity:.08}` +
  `.o{position:absolute}` +
  pictureStyle +
  `footer{display:flex;flex-wrap:wrap;gap:1px 10px;border-top:1px solid var(--rule);padding-top:5px;font-size:11.5px}` +
  `.k{border:1px solid var(--rule);border-radius:2px;padding:0 4px}.f::before,.o::before{content:'';display:inline-block;width:7px;height:7px;margin-right:5px;border-radius:50%;border:2px solid var(--savings);background:var(--savings)}.o::before{border-color:var(--liquidity);background:none}` +
  `#t{position:fixed;z-index:1;background:var(--card);border:1px solid var(--edge);border-radius:4px;padding:4px 8px;font-size:11.5px;line-height:1.35;pointer-events:none;white-space:nowrap;max-width:calc(100% - 4px);overflow:hidden}#t div{display:flex;justify-content:space-between;gap:12px}#t span{overflow:hidden;text-overflow:ellipsis}#t span+span{flex:none}` +
  `#t i{display:inline-block;width:12px;height:9px;border-radius:2px;margin-right:5px;background:var(--c)}#t i.l,#t i.l.d{height:3px;border-radius:0;vertical-align:middle}#t i.d{background:repeating-linear-gradient(90deg,var(--c) 0 4px,transparent 4px 6px)}#t i.h{background:repeating-linear-gradient(135deg,var(--c) 0 2px,transparent 2px 4px)}` +
  // The table stands in the picture's place: where the page around does not listen, the embed's height is not ours to change.
  `details{font-size:11.5px;color:var(--muted)}summary{cursor:pointer}details[open]{flex:1 1 0;min-height:96px;overflow:auto}details[open] summary{position:sticky;left:0}figure:has([open]) .p{display:none}` +
  `table{border-collapse:collapse;color:var(--ink);margin-top:4px}caption{position:absolute;clip-path:inset(50%)}th,td{padding:2px 14px 2px 0;text-align:left;font-weight:400;white-space:nowrap;border-bottom:1px solid var(--rule)}thead th{color:var(--muted)}td.n,th.n{text-align:right}` +
  `:focus:not(:focus-visible){outline:none}:focus-visible{outline:2px solid var(--ember);outline-offset:1px}` +
  `@media(max-height:380px){nav,.c,.s,details:not([open]){display:none}}` +
  `@media(max-height:260px){figure{padding:6px 10px 5px;gap:3px}.k,.b{display:none}footer{flex-wrap:nowrap;white-space:nowrap;padding-top:3px;overflow:hidden}h1{font-size:13px}}`
