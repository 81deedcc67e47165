/**
 * Which expressions need loops to show their variables to the rendering: those that take the loop object itself, or look
 * a name up by value, or run a filter of the host.
 */
import type { Condition } from './condition.ts'
import type { Expr } from './expression.ts'
import type { OutputMarkup } from './output.ts'

const LOOP_FIELDS = new Set(['index', 'index0', 'rindex', 'rindex0', 'first', 'last', 'length', 'name'])

/** Whether `expr` needs the loop object itself (`forloop`, `forloop.parentloop`), or looks a name up by value. */
export function needsFrames(expr: Expr | undefined): boolean {
  if (expr === undefined) return false
  if (expr.kind === 'range') return needsFrames(expr.from) || needsFrames(expr.to)
  if (expr.kind !== 'lookup') return false
  if (typeof expr.name !== 'string') return true
  if (expr.name === 'tablerowloop') return true
  if (expr.name === 'forloop') {
    const field = expr.steps[0]?.key
    if (typeof field !== 'string' || !LOOP_FIELDS.has(field)) return true
  }
  return expr.steps.some((step) => typeof step.key !== 'string' && needsFrames(step.key))
}

/** As `needsFrames`, for an output; `isHostFilter` names filters that may ask for variables. */
export function outputNeedsFrames(output: OutputMarkup, isHostFilter: (name: string) => boolean): boolean {
  return (
    needsFrames(output.value) ||
    output.filters.some(
      (filter) =>
        isHostFilter(filter.name) ||
        filter.args.some(needsFrames) ||
        filter.keywords.some(([, value]) => needsFrames(value)),
    )
  )
}

export function conditionNeedsFrames(condition: Condition): boolean {
  for (let part: Condition | undefined = condition; part !== undefined; part = part.next)
    if (needsFrames(part.left) || needsFrames(part.right)) return true
  return false
}
