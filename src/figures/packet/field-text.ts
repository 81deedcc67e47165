/** What stands behind a field's size: name, marks, value, attributes. */
import type { DrawContext } from '../kind.ts'
import { unknownWord } from '../language/fault.ts'
import type { Line, Word } from '../language/lines.ts'
import type { Paint } from '../scene/shapes.ts'
import { type Field, FORMATS, type Format } from './model.ts'

type FieldText = Pick<Field, 'name' | 'value' | 'note' | 'format' | 'tint' | 'isOptional' | 'isRepeated'>

const TINTS: readonly Paint[] = ['raised', 'mark', 'good', 'bad', 'accent']
const ATTRIBUTES = ['value', 'note', 'as', 'tint']

/** Marks of fields that may be absent, or there many times. */
const MARKS: Readonly<Record<string, Pick<Field, 'isOptional' | 'isRepeated'>>> = {
  '?': { isOptional: true },
  '*': { isOptional: true, isRepeated: true },
  '+': { isRepeated: true },
}

/** @param words those behind the size, of `line` */
export function fieldText(
  words: readonly Word[],
  line: Pick<Line, 'span' | 'children'>,
  told: Pick<DrawContext, 'fault'>,
): FieldText {
  const names: string[] = []
  const values: string[] = []
  const found: { -readonly [Key in keyof FieldText]?: FieldText[Key] } = {}
  let isValue = false
  words.forEach((word, i) => {
    const { attribute, text, isQuoted } = word
    if (attribute !== undefined) Object.assign(found, attributeOf(word, told))
    else if (!isQuoted && text === '=' && !isValue) isValue = true
    else if (isValue) values.push(text)
    else if (!isQuoted && names.length > 0 && Object.hasOwn(MARKS, text)) Object.assign(found, MARKS[text])
    else {
      const isLast = i === words.length - 1 && line.children.length > 0 && !isQuoted
      names.push(isLast && text.endsWith(':') ? text.slice(0, -1) : text)
    }
  })
  if (isValue && values.length === 0)
    told.fault({
      message: 'There is no value behind `=`',
      span: line.span,
      help: 'write it, or take `=` out',
    })
  if (names.length === 0)
    told.fault({ message: 'The field has no name', span: line.span, help: 'write it behind the size' })
  if (values.length > 0) found.value = values.join(' ')
  return { name: names.join(' '), ...found }
}

function attributeOf(word: Word, told: Pick<DrawContext, 'fault'>): Partial<FieldText> {
  const { name, value, valueSpan } = word.attribute!
  const nameSpan = { start: word.span.start, end: word.span.start + name.length }
  switch (name) {
    case 'value':
      return { value }
    case 'note':
      return { note: value }
    case 'as':
      if (FORMATS.includes(value as Format)) return { format: value as Format }
      told.fault(unknownWord({ text: value, span: valueSpan }, FORMATS, 'way to write a value'))
      return {}
    case 'tint':
      if (TINTS.includes(value as Paint)) return { tint: value as Paint }
      told.fault(unknownWord({ text: value, span: valueSpan }, TINTS, 'tint'))
      return {}
    default:
      told.fault(unknownWord({ text: name, span: nameSpan }, ATTRIBUTES, 'attribute'))
      return {}
  }
}
