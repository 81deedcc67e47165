/** The lines of a Markdown text that are no code. */

export interface ProseLine {
  readonly text: string
  /** offset of its first character */
  readonly at: number
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const LIQUID_CODE = /\{%-?\s*(highlight|raw|comment)\b/

/**
 * Lines outside fences, code by indentation and Liquid's `highlight`, `raw` and `comment`. The line that opens a fence is
 * one of them, though what stands in it is not. Linear.
 */
export function* proseLines(markdown: string): Generator<ProseLine> {
  let fence: string | undefined
  let block: string | undefined
  let at = 0
  for (const text of markdown.split('\n')) {
    const mark = FENCE.exec(text)?.[1]
    if (block !== undefined) {
      if (text.includes('{%') && text.includes(`end${block}`)) block = undefined
    } else if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && text.trim() === mark) fence = undefined
    } else {
      block = LIQUID_CODE.exec(text)?.[1]
      if (block !== undefined && text.includes(`end${block}`)) block = undefined
      if (!/^(?: {4}|\t)/.test(text)) yield { text, at }
      fence = mark
    }
    at += text.length + 1
  }
}

/** Whether what stands at `at` of `markdown` is text: in no code, be it a block or between backticks. */
export function isProseAt(markdown: string, at: number): boolean {
  for (const line of proseLines(markdown)) {
    const column = at - line.at
    if (column < 0) return false
    if (column <= line.text.length) return line.text.slice(0, column).split('`').length % 2 === 1
  }
  return false
}
