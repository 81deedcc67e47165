/**
 * A block of code as the theme shows it: a figure with the file's name or a terminal's bar, marked, added, removed and
 * folded lines, marked words, numbers. Attributes of the block say so (code-attributes.ts), and classes: `.terminal`,
 * `.wrap`, `.notes`.
 */
import type { Diagnostic, Say } from '../../plugin-api.ts'
import { type CodeAttributes, codeAttributes } from './code-attributes.ts'
import { linesOf, type Part, partsOf } from './code-lines.ts'
import { withoutFalsePrompts } from './false-prompts.ts'
import { withKernelWords } from './kernel-words.ts'
import { quoted } from './tag.ts'
import { withWordMarks } from './word-marks.ts'

interface CodeBlock {
  /** what stands inside `<code>` */
  readonly inner: string
  readonly language: string | undefined
  /** the block's own classes */
  readonly classes: readonly string[]
  readonly attributes: ReadonlyMap<string, string>
}

/** Languages that show a session get a terminal's frame unasked. */
const SESSIONS: ReadonlySet<string> = new Set(['console', 'shell-session', 'terminal', 'shell_session'])
const OWN_CLASSES: ReadonlySet<string> = new Set(['terminal', 'wrap', 'notes'])

/**
 * A comment that is a number in brackets, `// (1)`: what it says stands in the list below the block. In some languages, Python for one,
 * the end of the line is in the comment.
 */
const NOTE =
  /<span class="c[1mphds]?">(?:\/\/|\/\*|#+|--|;+|%+|"|&lt;!--)?[ \t]*\((\d{1,2})\)[ \t]*(?:\*\/|--&gt;)?(\n?)<\/span>/g

/** @param words what to say, and where warnings go */
export function codeFrame(
  block: CodeBlock,
  { say, warn }: { readonly say: Say; readonly warn: (diagnostic: Diagnostic) => void },
): string {
  const { language, classes } = block
  const isSession = language !== undefined && SESSIONS.has(language)
  const isTerminal = classes.includes('terminal') || isSession
  const own = codeAttributes(block.attributes, warn)
  const name = own.title
  const kinds = ['code', ...(isTerminal ? ['code-terminal'] : []), ...classes.map(kindOf)]
  if (own.start !== undefined) kinds.push('code-numbered')
  const rest = own.others.map(([key, value]) => ` ${key}="${quoted(value)}"`).join('')
  const lang = language === undefined || language === 'plaintext' ? '' : ` data-lang="${quoted(language)}"`
  const shown = lang === '' || isTerminal ? '' : `<span class="code-lang">${quoted(language ?? '')}</span>`
  const head =
    isTerminal || name !== undefined
      ? `<figcaption class="code-head"><span class="code-name">${quoted(name ?? say('terminal'))}</span>${shown}</figcaption>`
      : ''
  const label = quoted(name ?? say(isTerminal ? 'terminal' : 'code'))
  const pre = (html: string): string =>
    `<pre class="highlight" role="group" aria-label="${label}"><code>${html}</code></pre>`
  const colours = isSession ? withoutFalsePrompts(block.inner) : withKernelWords(block.inner, language)
  const noted = classes.includes('notes')
    ? colours.replace(NOTE, '<span class="code-note">$1</span>$2')
    : colours
  return (
    `<figure class="${[...new Set(kinds)].join(' ')}"${lang}${rest}>${head}` +
    `<div class="highlight">${withFolds(noted, own, say, pre)}</div></figure>`
  )
}

function kindOf(name: string): string {
  return OWN_CLASSES.has(name) ? `code-${name}` : name
}

/** All of the code, in as many `<pre>` as its folds make of it. */
function withFolds(inner: string, own: CodeAttributes, say: Say, pre: (html: string) => string): string {
  // A table of line numbers has its own lines.
  if (inner.startsWith('<table')) return pre(inner)
  const marked = withWordMarks(inner, [
    { words: own.markedWords, className: '' },
    { words: own.addedWords, className: 'mark-added' },
    { words: own.removedWords, className: 'mark-removed' },
  ])
  const isPlain = own.marked.size + own.added.size + own.removed.size === 0 && own.start === undefined
  const { folded } = own
  if (folded !== 'all' && folded.size === 0) return pre(isPlain ? marked : linesOf(marked, own).join(''))
  const lines = linesOf(marked, own)
  const show = ({ isFolded, count, html }: Part): string =>
    isFolded
      ? `<details class="code-fold"><summary>${quoted(say('lines', count))}</summary>${pre(html)}</details>`
      : pre(html)
  return folded === 'all'
    ? show({ isFolded: true, count: lines.length, html: lines.join('') })
    : partsOf(lines, folded).map(show).join('')
}
