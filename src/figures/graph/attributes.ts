/** Attributes that the things of graphs share. */
import type { DrawContext } from '../kind.ts'
import { unknownWord } from '../language/fault.ts'
import type { Word } from '../language/lines.ts'
import type { Paint } from '../scene/shapes.ts'

export type Told = Pick<DrawContext, 'fault'>

type Attribute = NonNullable<Word['attribute']>

export const TINTS = ['mark', 'raised', 'accent', 'good', 'bad'] as const
export type Tint = (typeof TINTS)[number]

/** Attributes by name; unknown ones and those that are there twice are told. */
export function attributesOf(
  words: readonly Word[],
  known: readonly string[],
  told: Told,
): ReadonlyMap<string, Attribute> {
  const found = new Map<string, Attribute>()
  for (const { attribute, span } of words) {
    if (attribute === undefined) continue
    const { name } = attribute
    if (!known.includes(name)) {
      const wrong = { text: name, span: { start: span.start, end: span.start + name.length } }
      told.fault(unknownWord(wrong, known, 'attribute'))
    } else if (found.has(name))
      told.fault({ message: `"${name}" is there twice`, span, help: 'take one of them out' })
    else found.set(name, attribute)
  }
  return found
}

/** One of `known`; undefined where there is none, or another, which is told. */
export function wordOf<Known extends string>(
  attribute: Attribute | undefined,
  known: readonly Known[],
  what: string,
  told: Told,
): Known | undefined {
  if (attribute === undefined) return undefined
  const found = known.find((each) => each === attribute.value)
  if (found === undefined)
    told.fault(unknownWord({ text: attribute.value, span: attribute.valueSpan }, known, what))
  return found
}

/** Where a thing leads: an address that runs nothing. */
export function hrefOf(attribute: Attribute | undefined, told: Told): string | undefined {
  if (attribute === undefined) return undefined
  const href = attribute.value.trim()
  const scheme = /^([^/?#]*?):/.exec(href)?.[1]
  if (scheme === undefined || /^(?:https?|mailto)$/i.test(scheme)) return href
  told.fault({
    message: `"${scheme}:" is no address of a page`,
    span: attribute.valueSpan,
    help: 'write one with https:, or a path: /about/',
  })
  return undefined
}

/** How what has a tint is painted. */
export function paintsOf(tint: Tint | undefined): {
  readonly fill: Paint
  readonly stroke: Paint
  readonly ink: Paint
} {
  switch (tint) {
    case 'good':
    case 'bad':
    case 'accent':
      return { fill: 'none', stroke: tint, ink: tint }
    case 'mark':
      return { fill: 'mark', stroke: 'accent', ink: 'ink' }
    case 'raised':
      return { fill: 'raised', stroke: 'line', ink: 'ink' }
    case undefined:
      return { fill: 'none', stroke: 'line', ink: 'ink' }
  }
}
