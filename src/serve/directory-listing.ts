/** A directory of the built site as a page: where it has no index, and everywhere with `--show-dir-listing`. */
import fs from 'node:fs'
import path from 'node:path'
import { escapeHtml } from '../base/index.ts'

/** `plain` is the directory's path below the site, with `/` at both ends, not escaped. It must be there. */
export function directoryListing(root: string, plain: string, baseurl: string): string {
  const here = plain.split('/').map(encodeURIComponent).join('/')
  const rows = fs
    .readdirSync(path.join(root, plain), { withFileTypes: true })
    .map((entry) => ({ name: entry.name, slash: entry.isDirectory() ? '/' : '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, slash }) => {
      const address = escapeHtml(baseurl + here + encodeURIComponent(name) + slash)
      return `<li><a href="${address}">${escapeHtml(name + slash)}</a></li>`
    })
  const up = plain === '/' ? '' : '<li><a href="..">Parent Directory</a></li>\n'
  const title = `Index of ${escapeHtml(plain)}`
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
<ul>
${up}${rows.join('\n')}
</ul>
</body></html>
`
}
