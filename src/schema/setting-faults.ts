/**
 * What is wrong among settings, by their schema alone: keys that nothing reads, and values of other kinds than those that are
 * read. Keys are held against a schema where it says that there are no others (`additionalProperties: false`).
 */
import { CalendarDate, isHash, isNil, RubyFloat, rubyToS, Time, type Value } from '../base/index.ts'
import type { Fragment, Keys } from './fragment.ts'

export interface SettingFault {
  /** where it stands, the outermost key first */
  readonly keys: readonly string[]
  /** that nothing reads the last of `keys`, one of `known` being read; what the value should be, in words; or a key it needs */
  readonly what:
    | { readonly kind: 'unknown'; readonly known: readonly string[] }
    | { readonly kind: 'lacking'; readonly key: string; readonly isItem: boolean }
    | { readonly kind: 'wrong'; readonly wanted: string; readonly is: string }
}

/** The faults in what `data` has under the keys that are closed, in the order in which they are written. */
export function settingFaults(data: ReadonlyMap<Value, Value>, keys: Keys): readonly SettingFault[] {
  return [...data].flatMap(([key, value]) => {
    const fragment = typeof key === 'string' && Object.hasOwn(keys, key) ? keys[key] : undefined
    return fragment !== undefined && isClosed(fragment) ? faultsIn(value, fragment, [String(key)]) : []
  })
}

/** `value` without all that `settingFaults` calls left out, under keys that `fragment` describes; undefined where that is all of it. */
export function rightPart(value: Value, fragment: Fragment): Value | undefined {
  if (isNil(value)) return value
  const form = formFor(value, fragment)
  if (form === undefined) return undefined
  if (Array.isArray(value))
    return value.flatMap((item: Value) => {
      const right = form.items === undefined ? item : rightPart(item, form.items)
      return right === undefined ? [] : [right]
    })
  if (!isHash(value)) return value
  const right = new Map(
    [...value].flatMap(([key, below]) => {
      const known = fragmentOf(form, String(key))
      const rest = known === undefined ? below : rightPart(below, known)
      return rest === undefined ? [] : [[key, rest] as const]
    }),
  )
  return form.required?.some((key) => isNil(right.get(key) ?? null)) === true ? undefined : right
}

/** Whether a schema says of itself that it knows all of its keys. */
export function isClosed({ additionalProperties }: Fragment): boolean {
  return additionalProperties === false
}

/** The form among those of `fragment` that `value` has; undefined where it has none. */
function formFor(value: Value, fragment: Fragment): Fragment | undefined {
  const forms = formsOf(fragment)
  return isHash(value) || Array.isArray(value)
    ? forms.find((each) => isOf(value, each))
    : forms.find((each) => fits(value, each))
}

/** What a key of a hash in this form may hold, where the form says it. */
function fragmentOf({ properties = {}, additionalProperties }: Fragment, key: string): Fragment | undefined {
  if (Object.hasOwn(properties, key)) return properties[key]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

function faultsIn(
  value: Value,
  fragment: Fragment,
  keys: readonly string[],
  isItem = false,
): readonly SettingFault[] {
  if (isNil(value)) return []
  const form = formFor(value, fragment)
  if (form === undefined)
    return [{ keys, what: { kind: 'wrong', wanted: wantedOf(fragment), is: kindInWords(value) } }]
  if (Array.isArray(value))
    return value.flatMap((item: Value) =>
      form.items === undefined ? [] : faultsIn(item, form.items, keys, true),
    )
  if (!isHash(value)) return []
  const lacking = (form.required ?? [])
    .filter((key) => isNil(value.get(key) ?? null))
    .map((key) => ({ keys, what: { kind: 'lacking', key, isItem } }) as const)
  const below = [...value].flatMap(([key, inner]): readonly SettingFault[] => {
    const name = String(key)
    const known = fragmentOf(form, name)
    if (known !== undefined) return faultsIn(inner, known, [...keys, name])
    if (form.additionalProperties !== false) return []
    return [{ keys: [...keys, name], what: { kind: 'unknown', known: Object.keys(form.properties ?? {}) } }]
  })
  return [...below, ...lacking]
}

function formsOf(fragment: Fragment): readonly Fragment[] {
  return fragment.anyOf?.flatMap(formsOf) ?? [fragment]
}

/** Whether `value` is of the type that one form asks for. */
function isOf(value: Value, { type, enum: words }: Fragment): boolean {
  if (type === undefined) return words === undefined || words.includes(value)
  const kind = kindOf(value)
  return [type].flat().some((each) => each === kind || (each === 'number' && kind === 'integer'))
}

function fits(value: Value, form: Fragment): boolean {
  const { enum: words, pattern, minimum, maximum } = form
  if (!isOf(value, form) || (words !== undefined && !words.includes(value))) return false
  if (pattern !== undefined && kindOf(value) === 'string')
    return typeof value === 'string' && new RegExp(pattern, 'u').test(value)
  if (typeof value !== 'number') return true
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)
}

/** JSON's name for the kind of `value`; what YAML makes a date of is text to whoever wrote it. */
function kindOf(value: Value): string {
  if (isHash(value)) return 'object'
  if (Array.isArray(value)) return 'array'
  if (value instanceof RubyFloat) return 'number'
  if (value instanceof Time || value instanceof CalendarDate) return 'string'
  if (typeof value === 'bigint') return 'integer'
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'keys with values',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

function kindInWords(value: Value): string {
  return isHash(value) || Array.isArray(value) ? KINDS[kindOf(value)]! : `\`${rubyToS(value)}\``
}

/** What a schema asks for, in words: `one of luna, moss, ember, slate`, `a list, or keys with values`. */
function wantedOf(fragment: Fragment): string {
  const wanted = formsOf(fragment).flatMap(wantedOfForm)
  return [...new Set(wanted)].join(', or ')
}

function wantedOfForm({
  type,
  enum: words,
  properties,
  minimum,
  maximum,
  examples,
}: Fragment): readonly string[] {
  if (words !== undefined) {
    const said = words.filter((word) => word !== null).map(String)
    return [said.length === 1 ? said[0]! : `one of ${said.join(', ')}`]
  }
  const example = examples === undefined ? '' : ` like ${String(examples[0])}`
  return [type ?? []].flat().flatMap((each) => {
    if (each === 'null') return []
    const range = each === 'integer' ? rangeInWords(minimum, maximum) : ''
    const below =
      each === 'object' && properties !== undefined ? ` (${Object.keys(properties).join(', ')})` : ''
    return [`${KINDS[each]}${below}${each === 'string' ? example : ''}${range}`]
  })
}

function rangeInWords(least: number | undefined, most: number | undefined): string {
  if (most === undefined) return least === undefined ? '' : `, ${least} or more`
  return least === undefined ? `, ${most} or less` : ` from ${least} to ${most}`
}
