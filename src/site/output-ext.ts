/** Which extension the output of a source file has. */

import { textField } from './hash-fields.ts'
import type { Config } from './types.ts'

/** The output's extension (`.html`) for a source's (`.md`), each with its dot. */
export type OutputExt = (ext: string) => string

/** What the bundled converters make of extensions: Markdown (`markdown_ext`, in any case) and Sass; others stay. */
export function outputExtOf(config: Config): OutputExt {
  const markdown = new Set(
    textField(config.data, 'markdown_ext', '')
      .toLowerCase()
      .split(',')
      .map((ext) => `.${ext.trim()}`),
  )
  return (ext) => {
    const small = ext.toLowerCase()
    if (markdown.has(small)) return '.html'
    return small === '.scss' || small === '.sass' ? '.css' : ext
  }
}

/** Extensions of pages that count as HTML: they get pretty URLs, and belong to `site.html_pages`. */
export function isHtmlExt(outputExt: string): boolean {
  return outputExt === '.html' || outputExt === '.xhtml' || outputExt === '.htm'
}
