/**
 * The page of `whirl compare --report FILE`: what differs, with both renderings of each page side by side. One file, no
 * network, no script: the renderings stand in frames that run nothing, and have the site's style sheets and pictures in them.
 */
import { escapeHtml } from '../base/index.ts'
import { type BuiltTree, isSafe, KINDS } from '../compare/index.ts'
import { pageFrame } from './comparison-frame.ts'
import type { Compared } from './comparison-text.ts'

/** So many pages are shown as they look, one for each difference. */
const SHOWN = 24

/** So many bytes of pictures they show together. */
const PICTURES = 8 * 1024 * 1024

const STYLE = `:root{color-scheme:light dark}body{margin:0 auto;max-width:110rem;padding:1.5rem;font:1rem/1.5 "Fira Sans",system-ui,sans-serif}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2.5rem 0 .5rem}.both{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
iframe{width:100%;height:32rem;border:1px solid #888;background:#fff}figure{margin:0}figcaption{font-size:.9rem}
pre{overflow-x:auto;padding:.5rem;border:1px solid #8888;white-space:pre-wrap;font:.875rem/1.5 "Fira Mono",ui-monospace,monospace}
del{background:#f9c6c6;color:#000;text-decoration:none}ins{background:#c2efc9;color:#000;text-decoration:none}
@media(max-width:60rem){.both{grid-template-columns:1fr}}`

/** Frames without an address of their own have the policy of the page that they stand in. */
const POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"

/** What a page of this kind begins with. */
export const REPORT_BEGINS = '<!doctype html>\n<html lang="en" data-whirl="compare">'

/** @param made who made it, and when */
export function comparisonPage(
  compared: Compared,
  trees: { readonly theirs: BuiltTree; readonly ours: BuiltTree },
  made: string,
): string {
  const { summary, comparison, theirs, sources } = compared
  const { same, unseen, look, missing, extra, unread } = summary
  const shown = new Set<string>()
  const room = { left: PICTURES }
  const parts = summary.groups.map(({ difference, files }, i) => {
    const [path] = files
    const rows = [`<h2>${i + 1}. ${escapeHtml(path!)}: ${escapeHtml(KINDS[difference.kind].words)}</h2>`]
    if (files.length > 1)
      rows.push(
        `<details><summary>and ${files.length - 1} more</summary><ul>${files
          .slice(1)
          .map((each) => `<li>${escapeHtml(each)}`)
          .join('')}</ul></details>`,
      )
    rows.push(
      `<pre><del>${escapeHtml(difference.theirs) || '(nothing)'}</del>\n<ins>${escapeHtml(difference.ours) || '(nothing)'}</ins></pre>`,
    )
    const source = sources(path!, difference)
    if (source !== undefined) rows.push(`<p>Comes from</p><pre>${escapeHtml(source)}</pre>`)
    const { help } = KINDS[difference.kind]
    if (help !== undefined) rows.push(`<p>${escapeHtml(help)}</p>`)
    if (/\.html?$/.test(path!) && shown.size < SHOWN && !shown.has(path!)) {
      shown.add(path!)
      rows.push(
        `<div class="both">${pageFrame(theirs, path!, trees.theirs, room)}${pageFrame('this build', path!, trees.ours, room)}</div>`,
      )
    }
    return rows.join('\n')
  })
  const list = (verdict: 'missing' | 'extra' | 'unread', heading: string): string => {
    const files = comparison.files.filter((file) => file.verdict === verdict)
    if (files.length === 0) return ''
    return `<h2>${escapeHtml(heading)}</h2><ul>${files.map(({ path }) => `<li>${escapeHtml(path)}`).join('')}</ul>`
  }
  return `${REPORT_BEGINS}<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width">
<title>Compared with ${escapeHtml(theirs)}</title><style>${STYLE}</style>
<h1>${isSafe(summary) ? 'Safe to switch' : 'Look at these before you switch'}</h1>
<p>Compared with ${escapeHtml(theirs)}. Files with the same bytes: ${same}; differing in what no reader sees: ${unseen}; in what a
reader can see: ${look}; missing: ${missing}; new: ${extra}; unreadable: ${unread}. ${escapeHtml(made)}
${parts.join('\n')}
${list('missing', `Only in ${theirs}`)}${list('extra', 'Only in this build')}${list('unread', `Listed in ${theirs}, but not to be read there`)}
</html>
`
}
