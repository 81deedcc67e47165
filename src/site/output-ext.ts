/** Which extension the output of a source file has. */
import type { Config, SiteRules } from './types.ts'

/** The output's extension (`.html`) for a source's (`.md`), each with its dot. */
export type OutputExt = (ext: string) => string

/** What converters make of an extension in a site: plugins' as far as they were asked, else the bundled ones. */
export function outputExtIn(
  { config, outputExts }: Pick<SiteRules, 'config' | 'outputExts'>,
  ext: string,
): string {
  return outputExts.get(ext) ?? outputExtOf(config)(ext)
}

/** Whether files with this extension (with its dot) are Markdown. */
export function isMarkdownExt({ markdown }: Pick<Config, 'markdown'>, ext: string): boolean {
  return markdown.extensions.includes(ext.toLowerCase())
}

/** What the bundled converters make of extensions: Markdown and Sass; others stay. */
export function outputExtOf(config: Config): OutputExt {
  return (ext) => {
    if (isMarkdownExt(config, ext)) return '.html'
    const small = ext.toLowerCase()
    return small === '.scss' || small === '.sass' ? '.css' : ext
  }
}

/** Extensions of pages that count as HTML: they get pretty URLs, and belong to `site.html_pages`. */
export function isHtmlExt(outputExt: string): boolean {
  return outputExt === '.html' || outputExt === '.xhtml' || outputExt === '.htm'
}
