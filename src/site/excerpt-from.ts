/** The excerpt that front matter and text ask for. */
import { type Diagnostic, isTruthy, rubyToS, type Value } from '../base/index.ts'
import { excerptOf } from './excerpt.ts'
import type { SiteRules } from './types.ts'

/**
 * Source text of the excerpt that Jekyll generates of `body`; null when there is no separator or front matter has an
 * excerpt of its own.
 */
export function excerptFrom(
  { config, blockTags }: Pick<SiteRules, 'config' | 'blockTags'>,
  {
    setting,
    body,
    path,
  }: { readonly setting: (key: string) => Value; readonly body: string; readonly path: string },
  note: (diagnostic: Diagnostic) => void,
): string | null {
  const own = setting('excerpt_separator')
  const separator = isTruthy(own) ? rubyToS(own) : config.excerpt.separator
  if (separator === '' || isTruthy(setting('excerpt'))) return null
  const { text, closed } = excerptOf(body, separator, blockTags, config.rules.excerptsEndBlank)
  if (closed)
    note({
      code: 'site/excerpt-closed',
      severity: 'warning',
      topic: 'Warning:',
      message: closedExcerpt(path, separator),
      trail: [],
    })
  return text
}

function closedExcerpt(path: string, separator: string): string {
  return [
    `Excerpt modified in ${path}!`,
    `Found a Liquid block containing the excerpt separator ${JSON.stringify(separator)}.`,
    'The block has been modified with the appropriate closing tag.',
    'Feel free to define a custom excerpt or excerpt_separator in the',
    "document's Front Matter if the generated excerpt is unsatisfactory.",
  ].join('\n')
}
