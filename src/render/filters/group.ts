/** `group_by` and `group_by_exp`: lists of `{name, items, size}`. */
import { CalendarDate, identityKey, RubyFloat, Time } from '../../base/index.ts'
import type { FilterDefinition } from '../../liquid/index.ts'
import { toText } from '../../liquid/index.ts'
import { inspect } from '../inspect.ts'
import { registersOf } from '../registers.ts'
import { noConversion } from '../ruby-message.ts'
import { pairsOf } from './list.ts'
import { itemProperty } from './property.ts'

interface Group {
  readonly name: unknown
  readonly items: unknown[]
}

function grouped(list: readonly unknown[], nameOf: (item: unknown) => unknown): unknown {
  const groups = new Map<unknown, Group>()
  for (const item of list) {
    const name = nameOf(item)
    const key = typeof name === 'object' && name !== null ? keyOf(name) : name
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { name, items: [item] })
    else group.items.push(item)
  }
  return [...groups.values()].map(
    ({ name, items }) =>
      new Map<string, unknown>([
        ['name', name],
        ['items', items],
        ['size', items.length],
      ]),
  )
}

/** Arrays, hashes, times and floats are the same name when their contents are; drops only when they are one object. */
function keyOf(name: object): unknown {
  if (Array.isArray(name) || name instanceof Map) return `\u0000${inspect(name)}`
  if (name instanceof Time || name instanceof CalendarDate || name instanceof RubyFloat)
    return `\u0000${identityKey(name)}`
  return name
}

const groupBy: FilterDefinition = {
  min: 1,
  max: 1,
  run(ctx, input, property) {
    const list = pairsOf(input)
    if (list === undefined) return input
    const name = toText(property)
    const { rules } = registersOf(ctx).view.config
    return grouped(list, (item) => toText(itemProperty(item, name, rules)))
  },
}

const groupByExp: FilterDefinition = {
  min: 2,
  max: 2,
  run(ctx, input, variable, expression) {
    const list = pairsOf(input)
    if (list === undefined) return input
    if (typeof expression !== 'string') throw noConversion(expression, 'String')
    const compiled = ctx.expression(expression)
    const name = toText(variable)
    const scope = new Map<string, unknown>()
    return ctx.withScope(scope, () =>
      grouped(list, (item) => {
        scope.set(name, item)
        return ctx.evaluate(compiled) ?? null
      }),
    )
  },
}

export const groupFilters: Readonly<Record<string, FilterDefinition>> = {
  group_by: groupBy,
  group_by_exp: groupByExp,
}
