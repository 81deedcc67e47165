/** `{% liquid … %}`: one tag a line, without marks. */
import type { Tag } from '../parser.ts'

export const liquid: Tag = {
  name: 'liquid',
  parse(p, markup) {
    const { line } = p
    const body = p.liquidBody(markup)
    return {
      line,
      blank: body.blank,
      dynamic: body.dynamic,
      emit: (e) => e.body(body),
    }
  },
}
