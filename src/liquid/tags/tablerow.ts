/** `{% tablerow item in collection cols:3 %}…{% endtablerow %}`: rows and cells of an HTML table. */
import { isWord } from '../characters.ts'
import { type Expr, hostArgument, parseExpression } from '../expression.ts'
import { attributes } from '../fragments.ts'
import { validSyntax } from '../messages.ts'
import type { Tag } from '../parser.ts'
import { loopHead } from './for.ts'

export const tablerow: Tag = {
  name: 'tablerow',
  block: true,
  parse(p, markup) {
    const head = findHead(markup)
    if (head === undefined) return p.fail(validSyntax.tablerow)
    const given = new Map(
      attributes(markup).map(([key, value]): [string, Expr] => [key, parseExpression(value)]),
    )
    const collection = parseExpression(head.collection)
    const { line } = p
    const body = p.block('tablerow')
    const values = ['offset', 'limit', 'cols'].map((key) => given.get(key))
    return {
      line,
      blank: body.blank,
      dynamic: true,
      emit(e) {
        const rows = (): void => {
          const [table, local] = [e.fresh('t'), e.fresh('v')]
          const args = values
            .map((value) =>
              value === undefined
                ? 'undefined'
                : e.expr(e.dialect.leadingNumbers ? hostArgument(value) : value),
            )
            .join(',')
          e.write(
            `const ${table}=rt.enterTable(${e.string(head.variable)},${e.expr(collection)},${args});if(${table}){`,
          )
          e.begins('false')
          e.append(`'<tr class="row1">\\n'`)
          const [index, length] = [e.fresh('i'), e.fresh('n')]
          e.write(`const ${length}=${table}.items.length;for(let ${index}=0;${index}<${length};${index}++){`)
          e.write(`const ${local}=${table}.turn(${index});`)
          if (e.limited) e.write(`rt.step(${e.target}.length);`)
          const cell = e.captured(
            () =>
              e.scoped(
                {
                  variable: head.variable,
                  local,
                  drop: 'tablerowloop',
                  index,
                  length,
                  name: '',
                },
                () => e.body(body),
              ),
            true,
          )
          e.append(`${table}.cell(${cell.name})`)
          e.write('}')
          e.append(`'</tr>\\n'`)
          e.write('rt.leaveLoop();')
          e.checkInterrupt()
          e.write('}')
        }
        e.guarded(line, body.blank, () => {
          if (body.blank && !e.dialect.printsBlankBlocks) e.captured(rows)
          else rows()
        })
      },
    }
  },
}

/** The head of the loop, wherever in `markup` it starts. */
function findHead(markup: string): ReturnType<typeof loopHead> {
  for (let at = 0; at < markup.length; at++) {
    if (!isWord(markup.charCodeAt(at))) continue
    const head = loopHead(markup, at)
    if (head !== undefined) return head
    while (isWord(markup.charCodeAt(at + 1))) at++
  }
  return undefined
}
