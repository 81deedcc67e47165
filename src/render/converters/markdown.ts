/** Markdown: kramdown with the site's options, or CommonMark where the site asks for it; code coloured. */
import { isHash, rubyToS } from '../../base/index.ts'
import { highlight } from '../../highlight/index.ts'
import { jekyllDefaults, type Options, toHtml } from '../../kramdown/index.ts'
import type { Site } from '../../site/index.ts'
import { ConversionError } from '../failure.ts'
import type { ConversionContext, Converter } from '../types.ts'
import { createCommonMark } from './commonmark.ts'
import { plainValue } from './plain-value.ts'

type Convert = (text: string, context: ConversionContext) => string

/** The converter for `markdown_ext`. */
export function createMarkdown(site: Site): Converter {
  const listed = site.config.data.get('markdown_ext')
  const extensions = new Set(
    (typeof listed === 'string' ? listed : 'markdown,mkdown,mkdn,mkd,md')
      .toLowerCase()
      .split(',')
      .map((ext) => `.${ext.trim()}`),
  )
  return {
    name: 'Jekyll::Converters::Markdown',
    aroundHighlight: '\n',
    priority: 0,
    matches: (ext) => extensions.has(ext.toLowerCase()),
    convert: processor(site),
  }
}

/** What `markdown:` names. A name that means nothing fails at the first Markdown file, as in Jekyll. */
function processor(site: Site): Convert {
  const given = site.config.data.get('markdown')
  const name = given === null || given === undefined ? 'kramdown' : rubyToS(given)
  if (name.toLowerCase() === 'kramdown') return kramdown(site)
  const commonMark = /^common_?mark(ghpages)?$/i.exec(name)
  if (commonMark !== null) return createCommonMark(site, commonMark[1] !== undefined)
  return () => {
    throw new ConversionError(`Invalid Markdown processor given: ${name}`)
  }
}

function kramdown(site: Site): Convert {
  const { data } = site.config
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
      default_lang: 'plaintext',
      ...own.syntax_highlighter_opts,
      guess_lang: guess,
    },
    highlight: (code: string, language: string) => highlight(code, language),
  } satisfies Options
  const warns = isHash(given) && given.get('show_warnings') === true
  return (text, context) => {
    const { html, warnings } = toHtml(text, options)
    if (warns) for (const warning of warnings) context.warn(`Kramdown warning: ${warning}`)
    return html
  }
}
