/**
 * All that an embed runs: a crosshair over the picture, by pointer, touch and arrow keys, and the height it would like. A tap
 * pins the crosshair until a tap elsewhere, Escape or a scroll. It asks for the height it has wherever that will do, so that a
 * page that listens does not move.
 */
export const embedScript = `(()=>{
const d=document,q=s=>d.querySelector(s),h=JSON.parse(q('#h').textContent),plot=q('.p'),tip=q('#t'),fig=q('figure'),table=q('details')
const svg=()=>[...plot.querySelectorAll('svg[role]')].find(s=>s.getClientRects().length)
const box=s=>h.p[s.parentNode.className]
let at=-1,line
const clear=()=>{at=-1;tip.hidden=true;line&&line.remove();line=null}
const show=i=>{const s=svg();if(!s||!h.x.length)return
at=Math.max(0,Math.min(h.x.length-1,i))
const b=box(s),x=b[0]+h.x[at]*(b[2]-b[0])/1000
if(!line||line.parentNode!==s){line&&line.remove();line=d.createElementNS('http://www.w3.org/2000/svg','path');line.setAttribute('stroke','var(--ink)');line.setAttribute('stroke-opacity','.6');s.append(line)}
line.setAttribute('d','M'+x+' '+b[1]+'V'+b[3])
tip.replaceChildren();const head=d.createElement('b');head.textContent=h.t[at];tip.append(head)
h.v[at].forEach(([k,text])=>{const n=h.h[k],r=d.createElement('div'),m=d.createElement('i'),a=d.createElement('span'),v=d.createElement('span');m.className=n[2];m.style.setProperty('--c','var(--'+n[1]+')');a.append(m,n[0]);v.textContent=text;r.append(a,v);tip.append(r)})
tip.hidden=false
const p=new DOMPoint(x,b[1]).matrixTransform(s.getScreenCTM()),w=tip.offsetWidth,t=tip.offsetHeight,W=d.documentElement.clientWidth
tip.style.left=Math.max(2,Math.min(W-w-2,p.x>W/2?p.x-w-8:p.x+8))+'px'
tip.style.top=Math.max(2,Math.min(innerHeight-t-2,p.y))+'px'}
const near=e=>{const s=svg();if(!s)return
const b=box(s),p=new DOMPoint(e.clientX,e.clientY).matrixTransform(s.getScreenCTM().inverse()),f=(p.x-b[0])/(b[2]-b[0])*1000
let n=0;h.x.forEach((x,i)=>{if(Math.abs(x-f)<Math.abs(h.x[n]-f))n=i});show(n)}
const mouse=e=>e.pointerType==='mouse'
plot.addEventListener('pointermove',near);plot.addEventListener('pointerdown',near)
plot.addEventListener('pointerleave',e=>{if(mouse(e))clear()});plot.addEventListener('pointercancel',clear);plot.addEventListener('blur',clear)
d.addEventListener('pointerdown',e=>{if(!plot.contains(e.target))clear()});addEventListener('scroll',clear,true);addEventListener('blur',clear)
d.addEventListener('keydown',e=>{if(e.key==='Escape')clear()})
plot.addEventListener('keydown',e=>{const k={ArrowLeft:at<0?h.x.length-1:at-1,ArrowRight:at<0?0:at+1,Home:0,End:h.x.length-1}[e.key]
if(k!=null){e.preventDefault();show(k)}})
const say=()=>{if(parent===window)return
const w=plot.offsetWidth||fig.clientWidth-24,i=innerHeight,open=table.open
const n=Math.ceil(open?fig.scrollHeight-table.clientHeight+table.scrollHeight:Math.max(360,fig.scrollHeight-plot.offsetHeight+(w<600?320:Math.max(340,w*.32))))
const need=open?n>i:fig.scrollHeight>i||i<n*.7||i>n*1.4
parent.postMessage({type:'sparkscope:height',id:window.name||h.id,height:Math.max(100,Math.min(4000,need?n:i))},'*')}
table.addEventListener('toggle',()=>{clear();say()})
addEventListener('resize',()=>{clear();say()});addEventListener('message',e=>{if(e.source===parent&&e.data&&e.data.type==='sparkscope:ask')say()});say()
const old=()=>{const s=q('[data-until]');if(s&&Date.now()/1000>s.dataset.until){s.className='o';s.textContent=s.dataset.late;s.removeAttribute('data-until')}};old();setInterval(old,1e4)
})()`
