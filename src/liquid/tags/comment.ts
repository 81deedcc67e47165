/** `{% comment %}…{% endcomment %}`, whose body must still be sound Liquid, and the inline comment `{% # … %}`. */
import { skipSpace } from '../characters.ts'
import { validSyntax } from '../messages.ts'
import type { Node } from '../node.ts'
import type { Tag } from '../parser.ts'

function nothing(line: number): Node {
  return { line, blank: true, dynamic: false, emit: () => undefined }
}

export const comment: Tag = {
  name: 'comment',
  block: true,
  parse(p) {
    const { line } = p
    p.block('comment', true)
    return nothing(line)
  },
}

export const inlineComment: Tag = {
  name: '#',
  parse(p, markup) {
    // Every line but the first starts with its own `#`.
    for (const line of markup.split('\n').slice(1)) {
      const start = skipSpace(line, 0)
      if (start < line.length && line.charCodeAt(start) !== 35) p.fail(validSyntax.inlineComment)
    }
    return nothing(p.line)
  },
}
