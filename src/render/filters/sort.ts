/** `sort`, which replaces Liquid's: nil first or last, numbers in strings as numbers, anything else by its text. */
import { compareValues, mergeSort, type Value } from '../../base/index.ts'
import type { FilterDefinition, RenderContext } from '../../liquid/index.ts'
import { toText } from '../../liquid/index.ts'
import { DocumentDrop } from '../drops/document.ts'
import { PageDrop } from '../drops/page.ts'
import { registersOf } from '../registers.ts'
import { comparisonName, noMethod, rubyClass } from '../ruby-message.ts'
import { pairsOf } from './list.ts'
import { itemProperty } from './property.ts'

type Compare = (a: unknown, b: unknown) => number

/** Ruby's `<=>` or an ArgumentError. */
function strict(ctx: RenderContext): Compare {
  return (a, b) => {
    const order = documents(a, b) ?? compareValues(a as Value, b as Value)
    return order ?? ctx.fail(`comparison of ${nameOf(a)} with ${right(b)} failed`)
  }
}

/** Documents compare by date, then by path. */
function documents(a: unknown, b: unknown): number | undefined {
  if (!(a instanceof DocumentDrop && b instanceof DocumentDrop)) return undefined
  const order = compareValues(a.get('date') as Value, b.get('date') as Value)
  return order !== null && order !== 0
    ? order
    : (compareValues(a.document.file.path, b.document.file.path) ?? 0)
}

function nameOf(value: unknown): string {
  if (value instanceof PageDrop) return 'Jekyll::Page'
  return value instanceof DocumentDrop ? 'Jekyll::Document' : rubyClass(value)
}

function right(value: unknown): string {
  return value instanceof PageDrop || value instanceof DocumentDrop ? nameOf(value) : comparisonName(value)
}

function byKey(nils: number): Compare {
  return (a, b) => {
    const noA = a === null || a === undefined
    const noB = b === null || b === undefined
    if (noA || noB) return noA && noB ? 0 : noA ? nils : -nils
    return compareValues(a as Value, b as Value) ?? compareValues(toText(a), toText(b)) ?? 0
  }
}

const sort: FilterDefinition = {
  min: 0,
  max: 2,
  run(ctx, input, property, nils = 'first') {
    if (input === null || input === undefined) ctx.fail('Cannot sort a null object.')
    const list = pairsOf(input)
    if (property === null || property === undefined) {
      if (list === undefined) throw noMethod('sort', input)
      return mergeSort(list, strict(ctx))
    }
    if (nils !== 'first' && nils !== 'last')
      ctx.fail(
        `Invalid nils order: '${toText(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
      )
    if (list === undefined) throw noMethod('map', input)
    const name = toText(property)
    const compare = byKey(nils === 'first' ? -1 : 1)
    const { rules } = registersOf(ctx).view.config
    const keyed = list.map((item) => {
      return { key: itemProperty(item, name, rules), item }
    })
    return mergeSort(keyed, (a, b) => compare(a.key, b.key)).map(({ item }) => item)
  },
}

export const sortFilters: Readonly<Record<string, FilterDefinition>> = { sort }
