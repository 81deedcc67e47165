/** Which files a site's configuration calls Markdown. */
import { extname } from '../base/index.ts'
import { type Config, isMarkdownExt } from '../site/index.ts'

/** Whether a path's extension is one of `markdown_ext`. */
export function isMarkdown(config: Config, path: string): boolean {
  return isMarkdownExt(config, extname(path))
}
