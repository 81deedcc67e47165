/** Markdown: kramdown with the site's options, code coloured. */
import { isHash } from '../../base/index.ts'
import { highlight } from '../../highlight/index.ts'
import { type Options, toHtml } from '../../kramdown/index.ts'
import type { Site } from '../../site/index.ts'
import type { Converter } from '../types.ts'
import { plainValue } from './plain-value.ts'

/** The converter for `markdown_ext`. */
export function createMarkdown(site: Site): Converter {
  const { data } = site.config
  const listed = data.get('markdown_ext')
  const extensions = new Set(
    (typeof listed === 'string' ? listed : 'markdown,mkdown,mkdn,mkd,md')
      .toLowerCase()
      .split(',')
      .map((ext) => `.${ext.trim()}`),
  )
  const given = data.get('kramdown')
  const options = {
    ...(isHash(given) ? (plainValue(given) as Options) : {}),
    highlight: (code: string, language: string) => highlight(code, language),
  } satisfies Options
  const warns = isHash(given) && given.get('show_warnings') === true
  return {
    name: 'Jekyll::Converters::Markdown',
    priority: 0,
    matches: (ext) => extensions.has(ext.toLowerCase()),
    convert(text, context) {
      const { html, warnings } = toHtml(text, options)
      if (warns) for (const warning of warnings) context.warn(`Kramdown warning: ${warning}`)
      return html
    },
  }
}
