/** `{% raw %}…{% endraw %}`: text in which nothing is Liquid. */
import { isBlankText } from '../characters.ts'
import { validSyntax } from '../messages.ts'
import type { Tag } from '../parser.ts'

export const raw: Tag = {
  name: 'raw',
  block: true,
  parse(p, markup) {
    if (!isBlankText(markup)) p.fail(validSyntax.raw)
    const { line } = p
    const text = p.rawBody('raw')
    return {
      line,
      blank: text === '',
      dynamic: false,
      emit(e) {
        if (text !== '') e.text(text)
      },
    }
  },
}
