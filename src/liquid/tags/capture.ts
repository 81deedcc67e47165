/** `{% capture name %}…{% endcapture %}`: sets a variable of the outermost scope to what the block prints. */
import { validSyntax } from '../messages.ts'
import type { Tag } from '../parser.ts'
import { signatureEnd } from './assign.ts'

export const capture: Tag = {
  name: 'capture',
  block: true,
  parse(p, markup) {
    let start = 0
    while (start < markup.length && signatureEnd(markup, start) === start) start++
    if (start === markup.length) p.fail(validSyntax.capture)
    const name = markup.slice(start, signatureEnd(markup, start))
    const { line } = p
    const body = p.block('capture')
    return {
      line,
      blank: true,
      dynamic: body.dynamic,
      emit(e) {
        e.guarded(line, true, () => {
          const captured = e.captured(() => e.body(body))
          e.write(
            e.dialect.joinsEncodings
              ? `rt.assignText(${e.string(name)},${captured.name},${captured.ascii});`
              : `rt.assign(${e.string(name)},${captured.name});`,
          )
          if (captured.jumped) e.checkInterrupt()
        })
      },
    }
  },
}
