/** `{% for item in collection limit:2 offset:1 reversed %}…{% else %}…{% endfor %}`. */
import { isWord, skipSpace, strip } from '../characters.ts'
import type { Dialect } from '../dialect.ts'
import { type Expr, hostArgument, parseExpression } from '../expression.ts'
import { Fault } from '../faults.ts'
import { attributes, fragmentsEnd } from '../fragments.ts'
import { needsFrames } from '../frames.ts'
import { StrictParser } from '../lexer.ts'
import { validSyntax } from '../messages.ts'
import { type Body, dropBlankTexts } from '../node.ts'
import type { Tag } from '../parser.ts'

interface Loop {
  readonly variable: string
  readonly collection: Expr
  /** as written, for the loop's name */
  readonly collectionText: string
  readonly reversed: boolean
  readonly offset: Expr | 'continue' | undefined
  readonly limit: Expr | undefined
}

export const forTag: Tag = {
  name: 'for',
  block: true,
  parse(p, markup) {
    const loop = p.lenient(markup, strictLoop, laxLoop, strip(markup))
    const { line } = p
    const first = p.section('for')
    let otherwise: Body | undefined
    if (first.divider.name === 'else') {
      const second = p.section('for')
      otherwise = second.body
      // A second `else` ends the block, as it does in Liquid, and its `endfor` is then one too many.
      if (second.divider.name !== 'endfor' && second.divider.name !== 'else') p.unknown('for', second.divider)
    } else if (first.divider.name !== 'endfor') p.unknown('for', first.divider)
    const { body } = first
    const blank = body.blank && (otherwise?.blank ?? true)
    const offset = loop.offset === 'continue' ? undefined : loop.offset
    const dynamic =
      body.dynamic ||
      (otherwise?.dynamic ?? false) ||
      needsFrames(loop.collection) ||
      needsFrames(offset) ||
      needsFrames(loop.limit)
    const name = `${loop.variable}-${loop.collectionText}`
    return {
      line,
      blank,
      dynamic,
      emit(e) {
        e.guarded(line, blank, () => {
          const [items, length, index, local, label] = ['s', 'n', 'i', 'v', 'L'].map((prefix) =>
            e.fresh(prefix),
          ) as [string, string, string, string, string]
          // Where texts count as numbers, `empty` and `blank` are no texts.
          const bound = (expr: Expr | undefined): string =>
            expr === undefined ? 'null' : e.expr(e.dialect.leadingNumbers ? hostArgument(expr) : expr)
          const from = loop.offset === 'continue' ? `rt.offset(${e.string(name)})` : bound(offset)
          const limit = bound(loop.limit)
          const alternative = e.alternatives()
          e.write(
            `const ${items}=${e.rt('segment')}(rt,${e.string(name)},${from},${e.expr(loop.collection)},${limit},${loop.reversed}${e.dialect.leadingNumbers ? ',true' : ''}),` +
              `${length}=${items}.length;if(${length}>0){`,
          )
          const frame = body.dynamic ? e.fresh('w') : undefined
          if (frame !== undefined)
            e.write(`const ${frame}=rt.enterLoop(${e.string(loop.variable)},${e.string(name)},${length});`)
          e.write(
            `${label}:for(let ${index}=0;${index}<${length};${index}++){const ${local}=${items}[${index}];`,
          )
          if (frame !== undefined) e.write(`${frame}.value=${local};${frame}.loop.index0=${index};`)
          if (e.limited) e.write(`rt.step(${e.target}.length);`)
          e.loopBody(
            label,
            {
              variable: loop.variable,
              local,
              drop: 'forloop',
              index,
              length,
              name,
            },
            dropBlankTexts(body, blank),
          )
          e.write('}')
          if (frame !== undefined) e.write('rt.leaveLoop();')
          e.write('}')
          if (otherwise !== undefined) {
            e.write('else{')
            const body = dropBlankTexts(otherwise, blank)
            alternative(() => e.body(body))
            e.write('}')
          }
          if (body.dynamic) e.checkInterrupt()
        })
      },
    }
  },
}

function strictLoop(markup: string, dialect: Dialect): Loop {
  const p = new StrictParser(markup, dialect)
  const variable = p.consume('id')
  if (!p.acceptWord('in')) throw new Fault(validSyntax.forNeedsIn)
  const collectionText = p.expression()
  const reversed = p.acceptWord('reversed')
  let offset: Loop['offset']
  let limit: Expr | undefined
  while (p.look('id') && p.look('colon', 1)) {
    const attribute = p.acceptWord('limit') ? 'limit' : p.acceptWord('offset') ? 'offset' : undefined
    if (attribute === undefined) throw new Fault(validSyntax.forAttribute)
    p.consume('colon')
    const value = p.expression()
    if (attribute === 'limit') limit = parseExpression(value)
    else offset = value === 'continue' ? 'continue' : parseExpression(value)
  }
  p.consume('end_of_string')
  return { variable, collection: parseExpression(collectionText), collectionText, reversed, offset, limit }
}

function laxLoop(markup: string): Loop {
  const head = loopHead(markup, 0)
  if (head === undefined) throw new Fault(validSyntax.for)
  const after = skipSpace(markup, head.end)
  let offset: Loop['offset']
  let limit: Expr | undefined
  for (const [key, value] of attributes(markup)) {
    if (key === 'limit') limit = parseExpression(value)
    else if (key === 'offset') offset = value === 'continue' ? 'continue' : parseExpression(value)
  }
  return {
    variable: head.variable,
    collection: parseExpression(head.collection),
    collectionText: head.collection,
    reversed: markup.startsWith('reversed', after),
    offset,
    limit,
  }
}

/** `name in fragments` from exactly `at`: both texts and where they end. */
export function loopHead(
  markup: string,
  at: number,
): { readonly variable: string; readonly collection: string; readonly end: number } | undefined {
  let nameEnd = at
  while (isWord(markup.charCodeAt(nameEnd)) || markup.charCodeAt(nameEnd) === 45) nameEnd++
  const word = skipSpace(markup, nameEnd)
  if (nameEnd === at || word === nameEnd || !markup.startsWith('in', word)) return undefined
  const start = skipSpace(markup, word + 2)
  if (start === word + 2) return undefined
  const end = fragmentsEnd(markup, start)
  if (end < 0) return undefined
  return { variable: markup.slice(at, nameEnd), collection: markup.slice(start, end), end }
}
