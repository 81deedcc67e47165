/** A directory of the built site as a page, for `--show-dir-listing`. */
import fs from 'node:fs'
import path from 'node:path'
import { escapeHtml } from '../base/index.ts'

/** `urlPath` ends with `/`. A directory that is not there gives an empty list. */
export function directoryListing(root: string, urlPath: string, baseurl: string): string {
  const plain = decodeURIComponent(urlPath.replace(/[?#].*$/s, ''))
  const directory = path.join(root, plain)
  const inside = directory === root || directory.startsWith(root + path.sep)
  const entries = inside && fs.existsSync(directory) ? fs.readdirSync(directory, { withFileTypes: true }) : []
  const rows = entries
    .map((entry) => entry.name + (entry.isDirectory() ? '/' : ''))
    .sort()
    .map((name) => `<li><a href="${baseurl}${encodeURI(plain + name)}">${escapeHtml(name)}</a></li>`)
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
