/** `{% render 'name' for values as alias, key: value %}`: a partial that sees nothing but what it is given. */
import { type Expr, parseExpression } from '../expression.ts'
import { attributes } from '../fragments.ts'
import { validSyntax } from '../messages.ts'
import type { Tag } from '../parser.ts'
import { partialArguments } from './include.ts'

export const render: Tag = {
  name: 'render',
  parse(p, markup) {
    const quoted = quotedStrings(markup)
    if (quoted === undefined) return p.fail(validSyntax.render)
    const name = parseExpression(markup.slice(quoted[0], quoted[1]))
    const { joint, value, alias } = partialArguments(markup, quoted[1])
    const given = attributes(markup).map(([key, text]): [string, Expr] => [key, parseExpression(text)])
    const { line } = p
    return {
      line,
      blank: false,
      dynamic: true,
      emit(e) {
        e.guarded(line, false, () => {
          const pairs = given.map(([key, expr]) => `[${e.string(key)},${e.expr(expr)}]`).join(',')
          const variable = value === undefined ? 'null' : e.expr(value)
          e.append(
            `rt.render(${e.line(line)},${e.expr(name)},${alias === undefined ? 'undefined' : e.string(alias)},${variable},${joint === 'for'},[${pairs}])`,
          )
          e.begins('false')
        })
      },
    }
  },
}

/** The first quoted strings in a row. */
function quotedStrings(markup: string): readonly [number, number] | undefined {
  for (let at = 0; at < markup.length; at++) {
    let end = at
    while (markup.charCodeAt(end) === 34 || markup.charCodeAt(end) === 39) {
      const close = markup.indexOf(markup[end]!, end + 1)
      if (close < 0) break
      end = close + 1
    }
    if (end > at) return [at, end]
  }
  return undefined
}
