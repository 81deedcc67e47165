/** `{% break %}` and `{% continue %}`: out of a loop, or of everything where there is none. */
import type { Tag } from '../parser.ts'

function interrupt(name: 'break' | 'continue'): Tag {
  return {
    name,
    parse: (p) => ({
      line: p.line,
      blank: false,
      dynamic: false,
      emit: (e) => e.interrupt(name),
    }),
  }
}

export const breakTag: Tag = interrupt('break')
export const continueTag: Tag = interrupt('continue')
