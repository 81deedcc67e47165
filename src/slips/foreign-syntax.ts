/** What other tools make boxes, figures or options of, and kramdown takes for text. */
import type { Diagnostic } from '../base/index.ts'
import type { Renderable } from '../site/index.ts'
import { type ProseLine, proseLines } from './prose-lines.ts'
import { slip } from './slip.ts'
import type { SlipSettings } from './slip-settings.ts'

interface Syntax {
  /** what a text has that uses it */
  readonly sign: string
  /** a line that uses it */
  readonly pattern: RegExp
  /** what a page shows where it came to nothing */
  readonly shows: string | undefined
  /** whether only kramdown does not know it */
  readonly byKramdown?: true
  /** the name of what a plugin may understand */
  readonly as?: string
  readonly message: (found: string) => string
  readonly advice: string
}

const BOX = 'Write a quote with a class below it (`> text`, then `{: .note }`), or HTML.'

const SYNTAXES: readonly Syntax[] = [
  {
    sign: '[!',
    pattern: /^ {0,3}>\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i,
    shows: '[!',
    as: 'alerts',
    message: (found) => `has an alert as GitHub shows it (${found}), which kramdown prints as text.`,
    advice: BOX,
  },
  {
    sign: ':::',
    pattern: /^ {0,3}:{3,}\s*\{?\s*[\w.]/,
    shows: ':::',
    message: (found) =>
      `opens a box as Docusaurus, VitePress and Pandoc know it (${found}), which kramdown prints as text.`,
    advice: BOX,
  },
  {
    sign: '!!! ',
    pattern: /^(?:!!!|\?\?\?\+?) \w/,
    shows: '!!! ',
    message: (found) => `opens a box as MkDocs knows it (${found}), which kramdown prints as text.`,
    advice: BOX,
  },
  {
    sign: '{{<',
    pattern: /\{\{<\s*\/?\s*\w/,
    shows: undefined,
    message: (found) => `has a shortcode of Hugo (${found}), of which Liquid makes nothing.`,
    advice: 'Write `{% include NAME.html %}` with what it shows in _includes/NAME.html.',
  },
  {
    sign: '{{%',
    pattern: /\{\{%\s*\/?\s*\w/,
    shows: undefined,
    message: (found) => `has a shortcode of Hugo (${found}), of which Liquid makes nothing.`,
    advice: 'Write `{% include NAME.html %}` with what it shows in _includes/NAME.html.',
  },
  {
    sign: '```',
    pattern: /^ {0,3}`{3,}[ \t]*[^\s`]+[ \t]+[^\s`][^`]*$/,
    shows: undefined,
    byKramdown: true,
    as: 'fences',
    message: (found) =>
      `has more than a language behind its fence (${found}): to kramdown it is no code block.`,
    advice: 'Write the language alone, and attributes in a line below the block: `{: data-mark="3" }`.',
  },
]

/**
 * The first use of each in the Markdown of `doc`, but for what is `understood`. With `output`, the finished page, only those of which it still shows
 * something: a plugin may have made what its writer meant.
 */
export function foreignSyntax(
  doc: Renderable,
  { markdown }: SlipSettings,
  understood: readonly string[],
  output?: string,
): readonly Diagnostic[] {
  const { body } = doc
  const wanted = SYNTAXES.filter(
    ({ sign, shows, byKramdown, as }) =>
      body.includes(sign) &&
      (as === undefined || !understood.includes(as)) &&
      (markdown.kramdown || byKramdown === undefined) &&
      (output === undefined || shows === undefined || output.includes(shows)),
  )
  if (wanted.length === 0) return []
  const first = new Map<Syntax, ProseLine>()
  for (const line of proseLines(body))
    for (const syntax of wanted)
      if (
        !first.has(syntax) &&
        line.text.includes(syntax.sign) &&
        syntax.pattern.test(withoutCode(line.text))
      )
        first.set(syntax, line)
  return [...first].map(([{ message, advice }, { text, at }]) =>
    slip('slips/foreign-syntax', 'Markdown:', message(shortened(text.trim())), advice, {
      path: doc.file.path,
      text: body,
      firstLine: doc.bodyLine,
      at,
    }),
  )
}

/** `line` without what stands between backticks, but for a fence. */
function withoutCode(line: string): string {
  return /^ {0,3}```/.test(line) ? line : line.replace(/`[^`]*`/g, '')
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}
