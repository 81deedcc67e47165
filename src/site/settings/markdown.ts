/** `markdown_ext`: which files are Markdown. */
import type { Hash } from '../../base/index.ts'
import { textField } from '../hash-fields.ts'

export interface MarkdownFiles {
  /** extensions with their dots, in small letters: a file's may be in any */
  readonly extensions: readonly string[]
}

/** Every character between commas counts, as in Jekyll: `"markdown, md"` means `.markdown` and `. md`. */
export function markdownFiles(data: Hash): MarkdownFiles {
  const words = textField(data, 'markdown_ext', '').toLowerCase().split(',')
  return { extensions: words.filter((word) => word !== '').map((word) => `.${word}`) }
}
