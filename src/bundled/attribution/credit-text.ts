/** A credit as a line: `“Rack” by Jo Doe, commons.example/rack, CC BY-SA 4.0, cropped`. */
import { escapeHtml, type Say } from '../../plugin-api.ts'
import type { Credit } from './model.ts'

/** The line as plain text. */
export function creditText(credit: Credit, say: Say): string {
  const { author, source, license, changes, url } = credit
  const what = credit.title === null ? noun(credit, say) : say('quoted', credit.title)
  const parts = [author === null ? what : say('credit_by', what, author)]
  if (source !== null) parts.push(source)
  else if (url !== null) parts.push(url)
  if (license !== null) parts.push(license.short)
  if (changes !== null) parts.push(changes)
  return parts.join(', ')
}

/**
 * The line as HTML, with links. `href` makes an address of a path of the site.
 */
export function creditHtml(credit: Credit, say: Say, href: (path: string) => string): string {
  const { author, authorUrl, source, license, changes, url } = credit
  const link = (text: string, to: string | null, rel = ''): string =>
    to === null
      ? escapeHtml(text)
      : `<a${rel === '' ? '' : ` rel="${rel}"`} href="${escapeHtml(href(to))}">${escapeHtml(text)}</a>`
  const what = link(credit.title === null ? noun(credit, say) : say('quoted', credit.title), url)
  const parts = [author === null ? what : say('credit_by', what, link(author, authorUrl))]
  if (source !== null && source !== url) parts.push(escapeHtml(source))
  if (license !== null) parts.push(link(license.short, license.url, 'license'))
  if (changes !== null) parts.push(escapeHtml(changes))
  return parts.join(', ')
}

function noun({ kind, asset }: Credit, say: Say): string {
  const name = asset === null ? '' : ` ${asset.slice(asset.lastIndexOf('/') + 1)}`
  return `${say(kind === 'other' ? 'work' : kind)}${name}`
}
