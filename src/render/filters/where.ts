/** `where`, `where_exp`, `find`, `find_exp`. */
import { isHash, isTruthy } from '../../base/index.ts'
import type { Expression, FilterDefinition, RenderContext } from '../../liquid/index.ts'
import { LiquidFault, toText } from '../../liquid/index.ts'
import type { JekyllRules } from '../../site/index.ts'
import { registersOf } from '../registers.ts'
import { noConversion } from '../ruby-message.ts'
import { valuesOf } from './list.ts'
import { itemProperty, texts } from './property.ts'

type Test = (item: unknown) => boolean

/**
 * Whether a property is what one looks for, as Jekyll 4.3 compares: strings as text, lists when one of their items is
 * it, `empty` and `blank` when nothing is in it, nil only with nil. 30 and "30" are the same, 30.0 is another.
 */
function matcher(property: string, target: unknown, rules: JekyllRules): Test {
  if (target === null || target === undefined) {
    return (item) => {
      const value = itemProperty(item, property, rules)
      return value === null || value === undefined
    }
  }
  // `empty` and `blank`: objects that print nothing
  if (typeof target === 'object' && toText(target) === '') {
    return (item) => {
      const value = itemProperty(item, property, rules)
      return typeof value === 'string' ? value === '' : texts(value).join('') === ''
    }
  }
  const wanted = toText(target)
  return (item) => {
    const value = itemProperty(item, property, rules)
    if (typeof value === 'string') return value === wanted
    return texts(value).includes(wanted)
  }
}

/** The same before Jekyll 4: nil is the empty text, and nothing is special. */
function textMatcher(property: string, target: unknown, rules: JekyllRules): Test {
  const wanted = toText(target)
  return (item) => texts(itemProperty(item, property, rules)).includes(wanted)
}

/** `search` with a test that says whether `expression` holds when `variable` is the item. */
function withCondition<T>(
  ctx: RenderContext,
  variable: unknown,
  expression: unknown,
  search: (test: Test) => T,
): T {
  if (typeof expression !== 'string') throw noConversion(expression, 'String')
  const compiled = compile(ctx, expression)
  const name = toText(variable)
  const scope = new Map<string, unknown>()
  return ctx.withScope(scope, () =>
    search((item) => {
      scope.set(name, item)
      return isTruthy(ctx.evaluate(compiled))
    }),
  )
}

/** Jekyll reports a bad condition as a syntax error of the template. */
class ConditionFault extends LiquidFault {
  override readonly kind = 'syntax error'
}

function compile(ctx: RenderContext, expression: string): Expression {
  try {
    return ctx.condition(expression)
  } catch (error) {
    throw error instanceof LiquidFault ? new ConditionFault(error.text) : error
  }
}

const where: FilterDefinition = {
  min: 2,
  max: 2,
  run(ctx, input, property, target) {
    if (!isTruthy(property) || Array.isArray(target) || isHash(target)) return input
    const { rules } = registersOf(ctx).view.config
    const matches = rules.whereFindsNothing ? matcher : textMatcher
    return valuesOf(input)?.filter(matches(toText(property), target, rules)) ?? input
  },
}

const whereExp: FilterDefinition = {
  min: 2,
  max: 2,
  run(ctx, input, variable, expression) {
    const list = valuesOf(input)
    if (list === undefined) return input
    return withCondition(ctx, variable, expression, (test) => list.filter(test))
  },
}

const find: FilterDefinition = {
  min: 2,
  max: 2,
  run(ctx, input, property, target) {
    if (!isTruthy(property)) return input
    const list = valuesOf(input)
    if (list === undefined) return input
    return list.find(matcher(toText(property), target, registersOf(ctx).view.config.rules)) ?? null
  },
}

const findExp: FilterDefinition = {
  min: 2,
  max: 2,
  run(ctx, input, variable, expression) {
    const list = valuesOf(input)
    if (list === undefined) return input
    return withCondition(ctx, variable, expression, (test) => list.find(test) ?? null)
  },
}

export const whereFilters: Readonly<Record<string, FilterDefinition>> = {
  where,
  where_exp: whereExp,
  find,
  find_exp: findExp,
}
