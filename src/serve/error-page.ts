/** A failed build as a page: the browser shows what the terminal shows. */
import { type Diagnostic, escapeHtml, formatDiagnostic } from '../base/index.ts'

const STYLE = `body{margin:0;padding:2rem;background:#000;color:#f2f2f2;font:1rem/1.5 "Fira Sans",system-ui,sans-serif}
main{max-width:60rem;margin:auto}h1{font-size:1.2rem;color:#ff7b72}h2{font-size:1rem;margin:2rem 0 .5rem;white-space:pre-wrap}
pre{background:#111;padding:1rem;overflow-x:auto;font:.9rem/1.5 "Fira Mono",monospace}`

/** A whole HTML page. `script` is the live-reload tag, or ''. */
export function errorPage(diagnostics: readonly Diagnostic[], script: string): string {
  const items = diagnostics.filter((each) => each.severity === 'error').map(item)
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Build failed</title><style>${STYLE}</style>${script}</head>
<body><main><h1>The build failed. The last good site is kept; fix this and the page comes back.</h1>
${items.join('\n')}
</main></body></html>
`
}

function item(diagnostic: Diagnostic): string {
  const [first, ...rest] = formatDiagnostic(diagnostic).split('\n')
  return `<h2>${escapeHtml(first ?? '')}</h2><pre>${escapeHtml(rest.join('\n'))}</pre>`
}
