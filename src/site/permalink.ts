/** The `permalink` setting: the styles it names, and the templates that follow from it. */
import { extname } from '../base/index.ts'

const STYLES: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
])

/** The template that `permalink: style` of the configuration means for posts; any other text is a template itself. */
export function postTemplate(style: string): string {
  return STYLES.get(style) ?? style
}

/**
 * `template` with the ending that the site's `permalink` gives pages and documents without a template of their own: a
 * slash after `pretty` and after templates that end in one, `:output_ext` after most styles and after templates that
 * end in it, else nothing (`weekdate` counts as such a template).
 */
export function withSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`
  if (style.endsWith('/')) return `${template}/`
  return style.endsWith(':output_ext') ? `${template}:output_ext` : template
}

/** The extension that a permalink of front matter gives the output; '' when it has none, as one that ends in a slash. */
export function writtenExtension(permalink: string | undefined): string {
  return permalink === undefined || permalink.endsWith('/') ? '' : extname(permalink)
}
