/**
 * The page of `--profile=FILE.html`: a flame chart of the build and the templates that cost most. One file, no network;
 * without its script the chart is there but cannot be zoomed.
 */
import { escapeHtml } from '../base/index.ts'
import type { Frame, FrameKind, TemplateRow } from './profile-frames.ts'

const ROW = 22
const SHOWN_TEMPLATES = 100
const LEGEND: readonly (readonly [FrameKind, string])[] = [
  ['phase', 'phase'],
  ['document', 'page or post'],
  ['text', 'its Liquid'],
  ['converter', 'converter'],
  ['layout', 'layout'],
  ['include', 'include'],
]

const STYLE = `:root{color-scheme:dark}*{box-sizing:border-box}
body{margin:0;background:#000;color:#e8e8e8;font:1rem/1.5 "Fira Sans",system-ui,sans-serif}
main{max-width:90rem;margin:auto;padding:2rem}h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2.5rem 0 .5rem}
p{margin:.25rem 0;color:#b8c0cc}.legend span{display:inline-block;margin-right:1rem}.legend i{display:inline-block;width:.8rem;height:.8rem;margin-right:.35rem;border-radius:2px}
#chart{position:relative;overflow:hidden;margin-top:.75rem;border-bottom:1px solid #333}
#chart button{position:absolute;height:${ROW - 1}px;padding:0;text-indent:.3rem;border:0;border-radius:2px;overflow:hidden;white-space:nowrap;text-overflow:clip;text-align:left;font:12px/${ROW - 1}px "Fira Mono",ui-monospace,monospace;color:#000;cursor:pointer}
#chart button:hover,#chart button:focus-visible{outline:2px solid #fff;outline-offset:-2px;z-index:1}
#detail{min-height:1.6em;font-family:"Fira Mono",ui-monospace,monospace;font-size:.85rem;color:#e8e8e8}
.build{background:#9aa4b2}.phase{background:#ffb454}.document{background:#ffd75f}.text{background:#7ee787}.converter{background:#79c0ff}.layout{background:#d2a8ff}.include{background:#ff9bce}.rest{background:#6e7681}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{padding:.3rem .75rem;text-align:right;border-bottom:1px solid #222;white-space:nowrap}
th:first-child,td:first-child{text-align:left;width:99%}th{color:#b8c0cc;font-weight:600}td:first-child{font-family:"Fira Mono",ui-monospace,monospace}
td i{display:inline-block;width:.7rem;height:.7rem;margin-right:.5rem;border-radius:2px}.bar{display:block;height:3px;margin-top:2px;background:#7ee787;border-radius:2px}`

const SCRIPT = `const chart = document.getElementById('chart')
const frames = [...chart.children]
const detail = document.getElementById('detail')
const zoom = (left, width) => {
  for (const frame of frames) {
    const from = (frame.dataset.l - left) / width, size = frame.dataset.w / width
    const shown = from < 1 - 1e-9 && from + size > 1e-9
    frame.hidden = !shown
    if (!shown) continue
    const start = Math.max(0, from)
    frame.style.left = start * 100 + '%'
    frame.style.width = (Math.min(1, from + size) - start) * 100 + '%'
  }
}
const tell = (event) => { if (event.target.title) detail.textContent = event.target.title }
chart.addEventListener('mouseover', tell)
chart.addEventListener('focusin', tell)
chart.addEventListener('click', ({ target }) => { if (target.dataset.w) zoom(+target.dataset.l, +target.dataset.w) })
addEventListener('keydown', ({ key }) => { if (key === 'Escape') zoom(0, 1) })`

interface ProfilePage {
  /** what was built: the site's directory */
  readonly site: string
  /** who built it, and when */
  readonly made: string
  readonly root: Frame
  readonly templates: readonly TemplateRow[]
}

/** The whole page. */
export function profilePage({ site, made, root, templates }: ProfilePage): string {
  const phases = root.children.map(({ name, milliseconds }) => `${name.toLowerCase()} ${time(milliseconds)}`)
  const legend = LEGEND.map(([kind, text]) => `<span><i class="${kind}"></i>${text}</span>`)
  const shown = templates.slice(0, SHOWN_TEMPLATES)
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>Profile of ${escapeHtml(site)}</title><style>${STYLE}</style></head>
<body><main>
<h1>${time(root.milliseconds)} to build ${escapeHtml(site)}</h1>
<p>${escapeHtml(phases.join(', '))}. ${escapeHtml(made)}.</p>
<h2>Where the time went</h2>
<p>Each bar is as wide as it took; below it stands what it called. A click looks closer, Escape goes back.</p>
<p class="legend">${legend.join('')}</p>
<p id="detail" aria-live="polite"></p>
<div id="chart" style="height:${depthOf(root) * ROW}px">
${bars(root, root.milliseconds, 0, 0).join('\n')}
</div>
<h2>Templates that cost most</h2>
${templates.length > shown.length ? `<p>${shown.length} of ${templates.length}.</p>\n` : ''}<div class="scroll"><table>
<thead><tr><th>Template</th><th>Own time</th><th>With includes</th><th>Renders</th><th>Each</th><th>Printed</th></tr></thead>
<tbody>
${shown.map((row) => templateRow(row, shown[0]?.own ?? 0)).join('\n')}
</tbody></table></div>
</main><script>${SCRIPT}</script></body></html>
`
}

/** The bars of `frame` and all below it; `left` is where it begins, as a part of the whole. */
function bars(frame: Frame, whole: number, left: number, depth: number): string[] {
  const width = whole === 0 ? 0 : frame.milliseconds / whole
  const often = frame.count > 1 ? `, ${frame.count} times` : ''
  const share = whole === 0 ? '' : `, ${((frame.milliseconds / whole) * 100).toFixed(1)} %`
  const name = escapeHtml(frame.name)
  const place = `left:${percent(left)};width:${percent(width)};top:${depth * ROW}px`
  const own = `<button type="button" class="${frame.kind}" style="${place}" data-l="${round(left)}" data-w="${round(width)}" title="${name}: ${time(frame.milliseconds)}${share}${often}">${name}</button>`
  const below: string[] = []
  let at = left
  for (const child of frame.children) {
    below.push(...bars(child, whole, at, depth + 1))
    if (whole > 0) at += child.milliseconds / whole
  }
  return [own, ...below]
}

function depthOf(frame: Frame): number {
  return 1 + Math.max(0, ...frame.children.map(depthOf))
}

function templateRow(row: TemplateRow, most: number): string {
  const bar = most === 0 ? 0 : row.own / most
  const cells = [
    time(row.own),
    time(row.milliseconds),
    String(row.count),
    time(row.milliseconds / row.count),
    `${(row.bytes / 1024).toFixed(1)} KB`,
  ]
  return `<tr><td><i class="${row.kind}"></i>${escapeHtml(row.path)}<span class="bar" style="width:${percent(bar)}"></span></td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function time(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(1)} ms`
}

function percent(part: number): string {
  return `${round(part * 100)}%`
}

function round(number: number): number {
  return Number(number.toPrecision(6))
}
