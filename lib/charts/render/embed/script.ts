/**
 * All that an embed runs: a crosshair over the picture, by pointer and arrow keys, and the height it would like. It asks
 * for the height it has wherever that will do, so that a page that listens does not move.
 */
export const embedScript = `(()=>{
const d=document,q=s=>d.querySelector(s),h=JSON.parse(q('#h').textContent),plot=q('.p'),tip=q('#t'),fig=q('figure')
const svg=()=>[...plot.querySelectorAll('svg')].find(s=>s.getClientRects().length)
const box=s=>h.p[s.parentNode.className]
let at=-1,line
const clear=()=>{at=-1;tip.hidden=true;line&&line.remove();line=null}
const show=i=>{const s=svg();if(!s||!h.x.length)return
at=Math.max(0,Math.min(h.x.length-1,i))
const b=box(s),x=b[0]+h.x[at]*(b[2]-b[0])/1000
if(!line||line.parentNode!==s){line&&line.remove();line=d.createElementNS('http://www.w3.org/2000/svg','path');line.setAttribute('stroke','var(--ink)');line.setAttribute('stroke-opacity','.6');s.append(line)}
line.setAttribute('d','M'+x+' '+b[1]+'V'+b[3])
tip.replaceChildren();const head=d.createElement('b');head.textContent=h.t[at];tip.append(head)
h.s.forEach((n,k)=>{const r=d.createElement('div'),m=d.createElement('i'),a=d.createElement('span'),v=d.createElement('span');m.style.background='var(--'+n[1]+')';a.append(m,n[0]);v.textContent=h.v[k][at];r.append(a,v);tip.append(r)})
tip.hidden=false
const p=new DOMPoint(x,b[1]).matrixTransform(s.getScreenCTM()),o=plot.getBoundingClientRect(),w=tip.offsetWidth,l=p.x-o.left
tip.style.left=Math.max(0,Math.min(o.width-w,l>o.width/2?l-w-8:l+8))+'px'}
const near=e=>{const s=svg();if(!s)return
const b=box(s),p=new DOMPoint(e.clientX,e.clientY).matrixTransform(s.getScreenCTM().inverse()),f=(p.x-b[0])/(b[2]-b[0])*1000
let n=0;h.x.forEach((x,i)=>{if(Math.abs(x-f)<Math.abs(h.x[n]-f))n=i});show(n)}
plot.addEventListener('pointermove',near);plot.addEventListener('pointerdown',near);plot.addEventListener('pointerleave',clear);plot.addEventListener('blur',clear)
plot.addEventListener('keydown',e=>{const k={ArrowLeft:at<0?h.x.length-1:at-1,ArrowRight:at<0?0:at+1,Home:0,End:h.x.length-1}[e.key]
if(e.key==='Escape')clear();else if(k!=null){e.preventDefault();show(k)}})
const say=()=>{const s=svg();if(!s||parent===window)return
const v=s.viewBox.baseVal,n=Math.max(360,Math.ceil(fig.scrollHeight-plot.offsetHeight+plot.offsetWidth*v.height/v.width)),i=innerHeight
const need=fig.scrollHeight>i||i<n*.7||i>n*1.4
parent.postMessage({type:'sparkscope:height',id:window.name||h.id,height:Math.max(100,Math.min(4000,need?n:i))},'*')}
addEventListener('resize',()=>{clear();say()});addEventListener('message',e=>{if(e.source===parent&&e.data&&e.data.type==='sparkscope:ask')say()});say()
})()`
