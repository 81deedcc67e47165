/** The credit line as Markdown. */
import type { CitedWork } from '../work.ts'
import { creditLine } from './credit-line.ts'

export function citeMarkdown(work: CitedWork): string {
  const link = (text: string, url: string | null): string =>
    url === null ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${markdownUrl(url)})`
  return creditLine(work, {
    title: (text, url) => link(text, url),
    link,
    plain: (text) => text,
    license: (short, url) => link(short, url === null ? null : work.absolute(url)),
    address: () => '',
  })
}

/** Text with everything Markdown and HTML would read as markup escaped. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

function markdownUrl(url: string): string {
  return url.replace(
    /[\s()<>\\"]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
