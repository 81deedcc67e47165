/** `{% increment name %}`, `{% decrement name %}`: counters beside the variables, seen where no variable hides them. */
import { strip } from '../characters.ts'
import type { Tag } from '../parser.ts'

function counter(tagName: 'increment' | 'decrement'): Tag {
  return {
    name: tagName,
    parse(p, markup) {
      const name = strip(markup)
      const { line } = p
      return {
        line,
        blank: false,
        dynamic: false,
        emit(e) {
          e.guarded(line, false, () => {
            e.append(`rt.${tagName}(${e.string(name)})`)
            e.begins('true')
          })
        },
      }
    },
  }
}

export const increment: Tag = counter('increment')
export const decrement: Tag = counter('decrement')
