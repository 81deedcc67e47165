/**
 * A block of code as the theme shows it: a figure with the file's name or a terminal's bar, marked, added and removed
 * lines. Attributes of the block say so:
 *
 *     {: data-file="xdp.c" data-mark="3,5-7" data-add="4" data-del="5" .wrap }
 *     {: .terminal data-title="router1" }
 */
import type { Diagnostic, Say } from '../../plugin-api.ts'
import { inLines, type LineMarks } from './code-lines.ts'
import { withKernelWords } from './kernel-words.ts'
import { lineNumbers } from './line-numbers.ts'
import { quoted } from './tag.ts'

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
const FRAME_ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'data-file',
  'data-title',
  'data-mark',
  'data-add',
  'data-del',
])

/** @param words what to say, and where warnings go */
export function codeFrame(
  block: CodeBlock,
  { say, warn }: { readonly say: Say; readonly warn: (diagnostic: Diagnostic) => void },
): string {
  const { language, classes, attributes } = block
  const isTerminal = classes.includes('terminal') || (language !== undefined && SESSIONS.has(language))
  const name = attributes.get('data-file') ?? attributes.get('data-title')
  const kinds = ['code', ...(isTerminal ? ['code-terminal'] : []), ...classes.map(kindOf)]
  const rest = [...attributes]
    .filter(([key]) => !FRAME_ATTRIBUTES.has(key))
    .map(([key, value]) => ` ${key}="${quoted(value)}"`)
    .join('')
  const lang = language === undefined || language === 'plaintext' ? '' : ` data-lang="${quoted(language)}"`
  const head =
    isTerminal || name !== undefined
      ? `<figcaption class="code-head"><span class="code-name">${quoted(name ?? say('terminal'))}</span></figcaption>`
      : ''
  const label = quoted(name ?? say(isTerminal ? 'terminal' : 'code'))
  return (
    `<figure class="${[...new Set(kinds)].join(' ')}"${lang}${rest}>${head}` +
    `<div class="highlight"><pre class="highlight" tabindex="0" role="group" aria-label="${label}">` +
    `<code>${withMarks(block, warn)}</code></pre></div></figure>`
  )
}

function kindOf(name: string): string {
  return name === 'terminal' || name === 'wrap' ? `code-${name}` : name
}

function withMarks(block: CodeBlock, warn: (diagnostic: Diagnostic) => void): string {
  const { attributes } = block
  const inner = withKernelWords(block.inner, block.language)
  const read = (key: string): ReadonlySet<number> => {
    const written = attributes.get(key)
    return written === undefined ? new Set() : lineNumbers(written, key, warn)
  }
  const marks: LineMarks = {
    marked: read('data-mark'),
    added: read('data-add'),
    removed: read('data-del'),
  }
  // A table of line numbers has its own lines.
  const plain = marks.marked.size + marks.added.size + marks.removed.size === 0 || inner.startsWith('<table')
  return plain ? inner : inLines(inner, marks)
}
