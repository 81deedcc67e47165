/** `{% ifchanged %}…{% endifchanged %}`: prints its block when that differs from the last such block's output. */
import type { Tag } from '../parser.ts'

export const ifchanged: Tag = {
  name: 'ifchanged',
  block: true,
  parse(p) {
    const { line } = p
    const body = p.block('ifchanged')
    return {
      line,
      blank: body.blank,
      dynamic: body.dynamic,
      emit(e) {
        e.guarded(line, body.blank, () => {
          const captured = e.captured(() => e.body(body))
          const changed = `rt.changed(${captured.name})`
          if (body.blank && !e.dialect.printsBlankBlocks) e.write(`${changed};`)
          else {
            e.append(changed)
            e.begins(captured.ascii)
          }
          if (captured.jumped) e.checkInterrupt()
        })
      },
    }
  },
}
