/** `{% include name with value as alias, key: value %}`: a partial in the present scopes. */
import { isWord, skipSpace } from '../characters.ts'
import { type Expr, parseExpression } from '../expression.ts'
import { attributes, findFragment, fragmentsEnd } from '../fragments.ts'
import { validSyntax } from '../messages.ts'
import type { Tag } from '../parser.ts'

/** ` with value`, ` for value` and ` as name` behind a partial's name. */
interface PartialArguments {
  readonly joint: 'with' | 'for' | undefined
  readonly value: Expr | undefined
  readonly alias: string | undefined
}

export function partialArguments(markup: string, at: number): PartialArguments {
  let joint: 'with' | 'for' | undefined
  let value: Expr | undefined
  const word = skipSpace(markup, at)
  if (word > at) {
    const found = markup.startsWith('with', word)
      ? 'with'
      : markup.startsWith('for', word)
        ? 'for'
        : undefined
    const start = found === undefined ? -1 : skipSpace(markup, word + found.length)
    if (found !== undefined && start > word + found.length) {
      const end = fragmentsEnd(markup, start)
      if (end >= 0) {
        joint = found
        const parsed = parseExpression(markup.slice(start, end))
        // A literal nil or false counts as nothing written.
        if (parsed.kind !== 'literal' || (parsed.value !== null && parsed.value !== false)) value = parsed
        at = end
      }
    }
  }
  const as = skipSpace(markup, at)
  const start = skipSpace(markup, as + 2)
  let end = start
  while (isWord(markup.charCodeAt(end)) || markup.charCodeAt(end) === 45) end++
  const named = as > at && markup.startsWith('as', as) && start > as + 2 && end > start
  return { joint, value, alias: named ? markup.slice(start, end) : undefined }
}

export const include: Tag = {
  name: 'include',
  parse(p, markup) {
    const fragment = findFragment(markup, 0)
    if (fragment === undefined) return p.fail(validSyntax.include)
    const [start] = fragment
    const end = fragmentsEnd(markup, start)
    const name = parseExpression(markup.slice(start, end))
    const { value, alias: named } = partialArguments(markup, end)
    const alias = p.options.dialect.includeAlias ? named : undefined
    const given = attributes(markup).map(([key, text]): [string, Expr] => [key, parseExpression(text)])
    const { line } = p
    return {
      line,
      blank: false,
      dynamic: true,
      emit(e) {
        e.guarded(line, false, () => {
          const pairs = given.map(([key, expr]) => `[${e.string(key)},()=>${e.dynamicExpr(expr)}]`).join(',')
          const variable = value === undefined ? 'undefined' : e.expr(value)
          e.append(
            `rt.include(${e.line(line)},${e.expr(name)},${alias === undefined ? 'undefined' : e.string(alias)},${variable},[${pairs}])`,
          )
          e.begins('rt.ascii')
        })
        e.checkInterrupt()
      },
    }
  },
}
