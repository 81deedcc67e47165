/** `{{ … }}` and `{% echo … %}`. */
import type { Emitter } from '../emit.ts'
import { outputNeedsFrames } from '../frames.ts'
import type { Node } from '../node.ts'
import { laxOutput, strictOutput } from '../output.ts'
import type { Parser, Tag } from '../parser.ts'

export const echo: Tag = {
  name: 'echo',
  parse(p: Parser, markup: string): Node {
    const output = p.lenient(markup, strictOutput, laxOutput, `{{${markup}}}`)
    const { line } = p
    return {
      line,
      blank: false,
      dynamic: outputNeedsFrames(output, p.options.isHostFilter),
      emit(e: Emitter): void {
        const { value } = output
        if (output.filters.length === 0 && value.kind === 'literal' && typeof value.value === 'string')
          e.text(value.value)
        else
          e.guarded(line, false, () => {
            if (e.beginning) {
              const { js, ascii } = e.encoded(output)
              e.append(`${e.rt('text')}(${js})`)
              e.begins(ascii)
            } else e.append(`${e.rt('text')}(${e.output(output)})`)
          })
      },
    }
  },
}
