/** `push`, `pop`, `shift`, `unshift`, `sample` and `array_to_sentence_string`. Lists are copied, never changed. */
import { type Hash, isHash } from '../../base/index.ts'
import type { FilterDefinition, RenderContext } from '../../liquid/index.ts'
import { joinValues, toText } from '../../liquid/index.ts'
import { Terms } from '../drops/terms.ts'
import { registersOf } from '../registers.ts'
import { noMethod } from '../ruby-message.ts'

/** Ruby's `Integer()` as Liquid words its failure. */
function integer(ctx: RenderContext, value: unknown): number {
  const text = toText(value)
  if (!/^[+-]?\d+$/.test(text)) ctx.fail('invalid integer')
  return Number(text)
}

function taken(take: (list: unknown[], count: number) => unknown[]): FilterDefinition {
  return {
    min: 0,
    max: 1,
    run(ctx, input, ...rest) {
      if (!Array.isArray(input)) return input
      const count = rest.length === 0 ? 1 : integer(ctx, rest[0])
      if (count < 0) ctx.fail('negative array size')
      return take(input, count)
    },
  }
}

function added(add: (list: unknown[], item: unknown) => unknown[]): FilterDefinition {
  return { min: 1, max: 1, run: (_ctx, input, item) => (Array.isArray(input) ? add(input, item) : input) }
}

const sample: FilterDefinition = {
  min: 0,
  max: 1,
  run(ctx, input, ...rest) {
    if (!Array.isArray(input)) return input
    const given = rest[0]
    const single = rest.length === 0 || given === null || given === undefined
    const count = single ? 1 : integer(ctx, given)
    if (count < 0) ctx.fail('negative sample number')
    // The only filter whose answer may differ from build to build, as its manual says.
    registersOf(ctx).view.unrepeatable()
    const pool: unknown[] = [...input]
    const chosen: unknown[] = []
    while (chosen.length < count && pool.length > 0)
      chosen.push(pool.splice(Math.floor(Math.random() * pool.length), 1)[0])
    return single || count === 1 ? (chosen[0] ?? null) : chosen
  },
}

const sentence: FilterDefinition = {
  min: 0,
  max: 1,
  encoding: 'sole',
  run(_ctx, input, connector: unknown = 'and') {
    if (typeof input === 'string') {
      const [first, second, third] = input
      if (third !== undefined) throw noMethod('join', input.replace(/.$/su, ''))
      return joined(
        [first, second].filter((character) => character !== undefined),
        toText(connector),
      )
    }
    if (isHash(input)) return hashSentence(input, toText(connector))
    if (!Array.isArray(input)) throw noMethod('length', input)
    return joined(input, toText(connector))
  },
}

/** Ruby takes a hash for a list, so indices and the range of all but the last item are looked up as keys. */
function hashSentence(hash: Hash, connector: string): string {
  const missing = hash instanceof Terms ? [] : null
  const at = (key: number) => toText(hash.get(key) ?? missing)
  if (hash.size === 0) return ''
  if (hash.size === 1) return at(0)
  if (hash.size === 2) return `${at(0)} ${connector} ${at(1)}`
  if (missing === null) throw noMethod('join', null)
  return `, ${connector} ${at(-1)}`
}

/** Ruby joins nested lists flat; the last item and one of two are printed as they are. */
function joined(items: readonly unknown[], connector: string): string {
  if (items.length < 2) return toText(items[0])
  if (items.length === 2) return `${toText(items[0])} ${connector} ${toText(items[1])}`
  return `${joinValues(items.slice(0, -1), ', ')}, ${connector} ${toText(items.at(-1))}`
}

export const listEditFilters: Readonly<Record<string, FilterDefinition>> = {
  push: added((list, item) => [...list, item]),
  unshift: added((list, item) => [item, ...list]),
  pop: taken((list, count) => list.slice(0, Math.max(0, list.length - count))),
  shift: taken((list, count) => list.slice(count)),
  sample,
  array_to_sentence_string: sentence,
}
