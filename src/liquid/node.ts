/** What parsing gives: nodes that can emit themselves as JavaScript. */
import type { Emittable } from './emit.ts'
import { isText, type Text } from './literal-text.ts'

/** A tag or an output. */
export interface Node extends Emittable {
  readonly line: number
  /** prints nothing by itself: whitespace around it in a block of only such nodes is dropped, and its errors unprinted */
  readonly blank: boolean
  /** can see or set variables by name while running, so enclosing loops must show theirs */
  readonly dynamic: boolean
}

export interface Body {
  readonly items: readonly (Node | Text)[]
  readonly blank: boolean
  readonly dynamic: boolean
}

/** `body` without its texts when `blank`, as `if`, `for` and `case` drop them. */
export function dropBlankTexts(body: Body, blank: boolean): Body {
  return blank ? { ...body, items: body.items.filter((item) => !isText(item)) } : body
}
