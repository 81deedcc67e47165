/** `{% case a %}{% when 1 or 2, 3 %}…{% else %}…{% endcase %}`. Every value that matches renders its block. */
import { isBlankText, skipSpace } from '../characters.ts'
import type { Emitter } from '../emit.ts'
import { type Expr, hostArgument, parseExpression, parseOperand } from '../expression.ts'
import { findFragment } from '../fragments.ts'
import { needsFrames } from '../frames.ts'
import { validSyntax } from '../messages.ts'
import { type Body, dropBlankTexts } from '../node.ts'
import type { Parser, Tag } from '../parser.ts'

interface When {
  /** undefined: `else`, which renders when nothing before it matched */
  readonly values: readonly Expr[] | undefined
  readonly body: Body
}

export const caseTag: Tag = {
  name: 'case',
  block: true,
  parse(p, markup) {
    const fragment = findFragment(markup, 0)
    if (fragment === undefined) return p.fail(validSyntax.case)
    const value = parseExpression(markup.slice(fragment[0], fragment[1]))
    const { line } = p
    const whens = readWhens(p)
    const blank = whens.every((when) => when.body.blank)
    return {
      line,
      blank,
      branches: true,
      dynamic:
        needsFrames(value) ||
        whens.some((when) => when.body.dynamic || (when.values?.some(needsFrames) ?? false)),
      emit(e) {
        e.guarded(line, blank, () => {
          const subject = e.fresh('v')
          const matched = e.fresh('m')
          const left = subjectOf(value, e)
          e.write(`let ${subject}=${left},${matched}=false;`)
          const alternative = e.alternatives()
          const ended = e.dialect.elseEndsCase && isElseBeforeEnd(whens) ? e.fresh('b') : undefined
          if (ended !== undefined) e.write(`${ended}:{`)
          for (const { values, body } of whens) {
            let turn: string | undefined
            if (values === undefined) e.write(`if(!${matched}){`)
            else if (values.length === 1)
              e.write(`if(${e.rt('eq')}(${subject},${e.expr(values[0]!)})){${matched}=true;`)
            else {
              // Each value is looked at after the block ran for those before it.
              turn = e.fresh('n')
              const chosen =
                values.length > 40
                  ? `[${values.map((one) => `()=>${e.expr(one)}`).join(',')}][${turn}]()`
                  : values
                      .map((one, i) =>
                        i === values.length - 1 ? e.expr(one) : `${turn}===${i}?${e.expr(one)}:`,
                      )
                      .join('')
              e.write(`for(let ${turn}=0;${turn}<${values.length};${turn}++){`)
              e.write(`if(!${e.rt('eq')}(${subject},${chosen}))continue;${matched}=true;`)
            }
            const write = (): void => e.body(dropBlankTexts(body, blank))
            if (values === undefined) alternative(write)
            else write()
            // The block may have changed what the next `when` compares with.
            if (values !== undefined) e.write(`${subject}=${left};}`)
            else e.write(ended === undefined ? '}' : `break ${ended};}`)
          }
          if (ended !== undefined) e.write('}')
        })
      },
    }
  },
}

/** JavaScript for what `when` compares with. Words that do not ask equal nothing, as NaN does. */
function subjectOf(value: Expr, e: Emitter): string {
  const asked = e.dialect.wordsAreValues ? hostArgument(value) : value
  return asked.kind === 'method' && !e.dialect.hostsAskWords ? 'NaN' : e.expr(asked)
}

/** Whether an `else` has others behind it. */
function isElseBeforeEnd(whens: readonly When[]): boolean {
  return whens.some((when, i) => when.values === undefined && i < whens.length - 1)
}

function readWhens(p: Parser): readonly When[] {
  const whens: When[] = []
  // What stands before the first `when` is read and forgotten.
  let { divider } = p.section('case')
  while (divider.name !== 'endcase') {
    let values: readonly Expr[] | undefined
    if (divider.name === 'when') values = whenValues(p, divider.markup)
    else if (divider.name !== 'else') p.unknown('case', divider)
    else if (!isBlankText(divider.markup)) p.fail(validSyntax.caseElse)
    const section = p.section('case')
    whens.push({ values, body: section.body })
    divider = section.divider
  }
  return whens
}

/** Fragments with `or` or a comma between; what follows otherwise is passed over. */
function whenValues(p: Parser, markup: string): readonly Expr[] {
  const values: Expr[] = []
  let at = 0
  for (;;) {
    const fragment = findFragment(markup, at)
    if (fragment === undefined) return p.fail(validSyntax.when)
    values.push(parseOperand(markup.slice(fragment[0], fragment[1])))
    const next = afterSeparator(markup, fragment[1])
    if (next < 0) return values
    at = next
  }
}

/** Where the fragment after ` or ` or `,` starts, or -1. */
function afterSeparator(markup: string, at: number): number {
  const word = skipSpace(markup, at)
  let start = -1
  if (word > at && markup.startsWith('or', word) && skipSpace(markup, word + 2) > word + 2)
    start = skipSpace(markup, word + 2)
  else if (markup.charCodeAt(word) === 44) start = skipSpace(markup, word + 1)
  return start >= 0 && findFragment(markup, start)?.[0] === start ? start : -1
}
