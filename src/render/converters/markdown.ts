/** Markdown: kramdown with the site's options, code coloured. */
import { isHash } from '../../base/index.ts'
import { highlight } from '../../highlight/index.ts'
import { jekyllDefaults, type Options, toHtml } from '../../kramdown/index.ts'
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
  const own = isHash(given) ? (plainValue(given) as Options) : {}
  const highlighter = data.get('highlighter')
  const guess = own.guess_lang !== false
  const options = {
    ...jekyllDefaults,
    ...own,
    // Jekyll takes its own `highlighter` where kramdown is given none. Code without a language is plain text, unless
    // guessing is turned off: then it is not coloured at all.
    syntax_highlighter: own.syntax_highlighter ?? (typeof highlighter === 'string' ? highlighter : 'rouge'),
    syntax_highlighter_opts: {
      ...(guess ? { default_lang: 'plaintext' } : {}),
      ...own.syntax_highlighter_opts,
      guess_lang: false,
    },
    highlight: (code: string, language: string) => highlight(code, language),
  } satisfies Options
  const warns = isHash(given) && given.get('show_warnings') === true
  return {
    name: 'Jekyll::Converters::Markdown',
    aroundHighlight: '\n',
    priority: 0,
    matches: (ext) => extensions.has(ext.toLowerCase()),
    convert(text, context) {
      const { html, warnings } = toHtml(text, options)
      if (warns) for (const warning of warnings) context.warn(`Kramdown warning: ${warning}`)
      return html
    },
  }
}
