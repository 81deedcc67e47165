/** Where a page goes: its URL, its file in the destination, its extensions. */
import { extname } from '../base/index.ts'
import { plainUrl } from './document-url.ts'
import { isHtmlExt, type OutputExt } from './output-ext.ts'
import { outputPathOf } from './output-path.ts'
import { withSuffix, writtenExtension } from './permalink.ts'
import type { Config, Page } from './types.ts'

type PagePlace = Pick<Page, 'url' | 'outputPath' | 'ext' | 'outputExt' | 'dir'>

/**
 * The place of the page at `path` (relative to the source), under its `permalink` or else the style of the site's.
 * `outputExtOf` tells what converters make of an extension; a permalink with one of its own decides instead.
 */
export function pagePlace(
  config: Config,
  path: string,
  permalink: string | undefined,
  outputExtOf: OutputExt,
): PagePlace {
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  const dir = slash === -1 ? '' : `/${path.slice(0, slash)}`
  const ext = extname(name)
  const bare = name.slice(0, name.length - ext.length).replace(/\.+$/, '')
  const outputExt = writtenExtension(permalink) || outputExtOf(ext)
  const url = plainUrl(permalink ?? template(config, bare, outputExt), [
    ['path', dir],
    ['basename', bare],
    ['output_ext', outputExt],
  ])
  return { url, outputPath: outputPathOf(url, outputExt), ext, outputExt, dir }
}

/** The URL template of a page without a permalink. */
function template(config: Config, bare: string, outputExt: string): string {
  if (!isHtmlExt(outputExt)) return '/:path/:basename:output_ext'
  if (bare === 'index') return '/:path/'
  return withSuffix('/:path/:basename', config.permalink)
}
