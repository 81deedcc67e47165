/** `{% assign name = value | filters %}`: sets a variable of the outermost scope. */
import { isWord, skipSpace } from '../characters.ts'
import { outputNeedsFrames } from '../frames.ts'
import { validSyntax } from '../messages.ts'
import { laxOutput, strictOutput } from '../output.ts'
import type { Tag } from '../parser.ts'

/**
 * The end of a variable's name as `assign` and `capture` take it (`a-b`, `a.b`, `a[0]`, parentheses round a character),
 * from `at`; `at` itself when none starts there.
 */
export function signatureEnd(text: string, at: number): number {
  for (;;) {
    const open = text.charCodeAt(at) === 40 ? at + 1 : at
    const code = text.charCodeAt(open)
    if (!(isWord(code) || code === 45 || code === 46 || code === 91 || code === 93)) return at
    at = text.charCodeAt(open + 1) === 41 ? open + 2 : open + 1
  }
}

export const assign: Tag = {
  name: 'assign',
  parse(p, markup) {
    let start = 0
    let end = 0
    let equals = -1
    while (start < markup.length) {
      end = signatureEnd(markup, start)
      if (end > start) {
        const at = skipSpace(markup, end)
        if (markup.charCodeAt(at) === 61) {
          equals = at
          break
        }
        start = end
      } else start++
    }
    if (equals < 0) p.fail(validSyntax.assign)
    const name = markup.slice(start, end)
    const source = markup.slice(skipSpace(markup, equals + 1))
    const output = p.lenient(source, strictOutput, laxOutput, `{{${source}}}`)
    const { line } = p
    return {
      line,
      blank: true,
      dynamic: outputNeedsFrames(output, p.options.isHostFilter),
      emit(e) {
        e.begins('false')
        e.guarded(line, true, () => {
          const { js, strings } = e.encoded(output)
          e.write(`rt.assignText(${e.string(name)},${js},${strings});`)
        })
      },
    }
  },
}
