/** `{% cycle 'odd', 'even' %}`, `{% cycle name: 'a', 'b' %}`: the next value at each turn. */
import { rubyInspect } from '../../base/index.ts'
import { skipSpace } from '../characters.ts'
import { type Expr, parseExpression } from '../expression.ts'
import { findFragment, fragmentEnd, fragmentsEnd } from '../fragments.ts'
import { needsFrames } from '../frames.ts'
import { validSyntax } from '../messages.ts'
import type { Tag } from '../parser.ts'

export const cycle: Tag = {
  name: 'cycle',
  parse(p, markup) {
    const nameEnd = nameEndOf(markup)
    let name: Expr | undefined
    let list = markup
    if (nameEnd >= 0) {
      name = parseExpression(markup.slice(0, nameEnd))
      list = markup.slice(skipSpace(markup, markup.indexOf(':', nameEnd) + 1))
    } else if (fragmentEnd(markup, 0) < 0) p.fail(validSyntax.cycle)
    const values: Expr[] = []
    for (const part of list.split(',')) {
      const fragment = findFragment(part, 0)
      if (fragment === undefined) continue
      const value = parseExpression(part.slice(fragment[0], fragment[1]))
      // Liquid drops what parses to nil with what does not parse.
      if (value.kind !== 'literal' || value.value !== null) values.push(value)
    }
    const { line } = p
    return {
      line,
      blank: false,
      dynamic: (name !== undefined && needsFrames(name)) || values.some(needsFrames),
      emit(e) {
        e.guarded(line, false, () => {
          const key = name === undefined ? groupKey(values) : undefined
          const js =
            name !== undefined ? e.expr(name) : key === undefined ? e.constant('Symbol()') : e.string(key)
          const turn = e.fresh('t')
          e.write(`const ${turn}=rt.cycle(${js},${values.length});`)
          const chosen =
            values.length > 40
              ? `[${values.map((value) => `()=>${e.expr(value)}`).join(',')}][${turn}]?.()`
              : `${values.map((value, index) => `${turn}===${index}?${e.expr(value)}:`).join('')}null`
          if (e.beginning) {
            const value = e.fresh('v')
            e.write(`const ${value}=${chosen};`)
            e.append(`${e.rt('text')}(${value})`)
            e.begins(`${e.rt('asciiOf')}(${value},false)`)
          } else e.append(`${e.rt('text')}(${chosen})`)
        })
      },
    }
  },
}

/**
 * What nameless cycles of the same values share, wherever they stand. With a variable among the values Liquid takes the
 * parsed object's own identity, so such a cycle is alone: undefined.
 */
function groupKey(values: readonly Expr[]): string | undefined {
  const texts: string[] = []
  for (const value of values) {
    if (value.kind !== 'literal') return undefined
    texts.push(rubyInspect(value.value))
  }
  return `[${texts.join(', ')}]`
}

/**
 * Where the name before a colon ends, or -1. The name takes as many colons as it can, but a quoted string with a colon
 * right behind it is the name.
 */
function nameEndOf(markup: string): number {
  const first = markup.charCodeAt(0)
  if (first === 34 || first === 39) {
    const end = fragmentEnd(markup, 0)
    if (end >= 0 && markup.charCodeAt(skipSpace(markup, end)) === 58) return end
  }
  const end = fragmentsEnd(markup, 0)
  if (end < 0) return -1
  if (markup.charCodeAt(skipSpace(markup, end)) === 58) return end
  let last = -1
  for (let at = 0; at < end; ) {
    const code = markup.charCodeAt(at)
    if (code === 34 || code === 39) at = markup.indexOf(markup[at]!, at + 1) + 1
    else {
      if (code === 58 && at > 0) last = at
      at++
    }
  }
  return last
}
