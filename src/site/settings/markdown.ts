/** `markdown_ext`: which files are Markdown; who makes HTML of it, and of formulas. */
import { type Hash, isHash, isTruthy, rubyToS, type Value } from '../../base/index.ts'
import { textField } from '../hash-fields.ts'

export interface MarkdownFiles {
  /** extensions with their dots, in small letters: a file's may be in any */
  readonly extensions: readonly string[]
  /** whether kramdown makes HTML of them */
  readonly kramdown: boolean
  /** what typesets formulas while building; undefined where kramdown leaves them to the reader's browser */
  readonly mathEngine: string | undefined
}

/** Every character between commas counts, as in Jekyll: `"markdown, md"` means `.markdown` and `. md`. */
export function markdownFiles(data: Hash): MarkdownFiles {
  const words = textField(data, 'markdown_ext', '').toLowerCase().split(',')
  const kramdown = data.get('kramdown')
  return {
    extensions: words.filter((word) => word !== '').map((word) => `.${word}`),
    kramdown: rubyToS(data.get('markdown') ?? null).toLowerCase() === 'kramdown',
    mathEngine: isHash(kramdown) ? mathEngineOf(kramdown.get('math_engine')) : undefined,
  }
}

/** The engine that `math_engine` names; undefined where kramdown does without: MathJax works in the reader's browser. */
export function mathEngineOf(engine: Value | undefined): string | undefined {
  if (!isTruthy(engine) || engine === 'mathjax' || engine === '') return undefined
  return String(engine).replace(/^:/, '')
}
