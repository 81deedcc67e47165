/** `{% if a %}…{% elsif b %}…{% else %}…{% endif %}` and `unless`, whose first condition is turned round. */
import { strip } from '../characters.ts'
import { type Condition, laxCondition, strictCondition } from '../condition.ts'
import { conditionNeedsFrames } from '../frames.ts'
import { type Body, dropBlankTexts } from '../node.ts'
import type { Parser, Tag } from '../parser.ts'

interface Branch {
  /** undefined: `else` */
  readonly condition: Condition | undefined
  readonly body: Body
}

function branching(name: 'if' | 'unless'): Tag {
  return {
    name,
    block: true,
    parse(p, markup) {
      const { line } = p
      const branches = readBranches(p, name, markup, line)
      const blank = branches.every((branch) => branch.body.blank)
      return {
        line,
        blank,
        branches: true,
        dynamic: branches.some(
          (branch) =>
            branch.body.dynamic || (branch.condition !== undefined && conditionNeedsFrames(branch.condition)),
        ),
        emit(e) {
          e.guarded(line, blank, () => {
            // `else if` nests, and JavaScript takes only so much nesting: many branches leave a block instead.
            const label = branches.length > 40 ? e.fresh('b') : undefined
            if (label !== undefined) e.write(`${label}:{`)
            const alternative = e.alternatives()
            for (const [index, branch] of branches.entries()) {
              if (index > 0 && label === undefined) e.write('else ')
              if (branch.condition !== undefined) {
                const js = e.condition(branch.condition)
                e.write(`if(${name === 'unless' && index === 0 ? `!${js}` : js})`)
              }
              e.write('{')
              alternative(() => e.body(dropBlankTexts(branch.body, blank)))
              e.write(label === undefined ? '}' : `break ${label};}`)
              if (branch.condition === undefined) break
            }
            if (label !== undefined) e.write('}')
          })
        },
      }
    },
  }
}

function readBranches(p: Parser, name: string, markup: string, line: number): readonly Branch[] {
  const branches: Branch[] = []
  let condition: Condition | undefined = readCondition(p, markup, line)
  for (;;) {
    const { body, divider } = p.section(name)
    branches.push({ condition, body })
    if (divider.name === `end${name}`) return branches
    if (divider.name === 'elsif') condition = readCondition(p, divider.markup, line)
    else if (divider.name === 'else') condition = undefined
    else p.unknown(name, divider)
  }
}

/** Liquid places its warnings of an `elsif` at the `if`. */
function readCondition(p: Parser, markup: string, line: number): Condition {
  return p.lenient(markup, strictCondition, laxCondition, strip(markup), line)
}

export const ifTag: Tag = branching('if')
export const unless: Tag = branching('unless')
