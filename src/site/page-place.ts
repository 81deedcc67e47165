/** Where a page goes: its URL, its file in the destination, its extensions. */
import { extname } from '../base/index.ts'
import { plainUrl } from './document-url.ts'
import { isHtmlExt, type OutputExt } from './output-ext.ts'
import { outputPathOf } from './output-path.ts'
import { withSuffix, writtenExtension } from './permalink.ts'
import type { Page } from './types.ts'

type PagePlace = Pick<Page, 'url' | 'outputPath' | 'ext' | 'convertedExt' | 'outputExt' | 'dir' | 'basename'>

/**
 * The place of the page at `path` (relative to the source), under its `permalink` or else the `style` of the site's.
 * `outputExtOf` tells what converters make of an extension; a permalink with one of its own decides instead.
 */
export function pagePlace(
  path: string,
  permalink: string | undefined,
  style: string,
  outputExtOf: OutputExt,
): PagePlace {
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  const dir = slash === -1 ? '' : `/${path.slice(0, slash)}`
  const ext = extname(name)
  const basename = name.slice(0, name.length - ext.length).replace(/\.+$/, '')
  const convertedExt = outputExtOf(ext)
  const outputExt = writtenExtension(permalink) || convertedExt
  const url = plainUrl(permalink ?? template(style, basename, outputExt), [
    ['path', dir],
    ['basename', basename],
    ['output_ext', outputExt],
  ])
  return { url, outputPath: outputPathOf(url, outputExt), ext, convertedExt, outputExt, dir, basename }
}

/** The URL template of a page without a permalink. */
function template(style: string, basename: string, outputExt: string): string {
  if (!isHtmlExt(outputExt)) return '/:path/:basename:output_ext'
  if (basename === 'index') return '/:path/'
  return withSuffix('/:path/:basename', style)
}
