/** Changes to the fields of an included header: what stands indented below `include`. */
import type { DrawContext } from '../kind.ts'
import { unknownWord } from '../language/fault.ts'
import { type Line, textOf } from '../language/lines.ts'
import { fieldText } from './field-text.ts'
import { type Field, fieldsOf, type Group, type Item } from './model.ts'

/** `group` with the values, notes and tints of `lines`, and without the fields that `without` names. */
export function withChanges(group: Group, lines: readonly Line[], told: Pick<DrawContext, 'fault'>): Group {
  let items = group.items
  for (const line of lines) {
    const [first, second] = line.words
    const isWithout = !first!.isQuoted && first!.text === 'without' && second !== undefined
    const text = isWithout ? undefined : fieldText(line.words, line, told)
    const name = text === undefined ? textOf(line.words, 1) : text.name
    const known = [...fieldsOf(items)].map((field) => field.name).filter((each) => each !== '')
    const wanted = name.toLowerCase()
    if (!known.some((each) => each.toLowerCase() === wanted)) {
      const span = {
        start: (second !== undefined && isWithout ? second : first!).span.start,
        end: line.span.end,
      }
      told.fault(unknownWord({ text: name, span }, [...new Set(known)], `field of ${group.name}`))
      continue
    }
    const { name: _, ...changes } = text ?? { name }
    items = changed(items, wanted, isWithout ? null : changes)
  }
  return { ...group, items }
}

/** The first field of that name with `changes`, or without it where they are null. */
function changed<Of extends Item>(
  items: readonly Of[],
  wanted: string,
  changes: Partial<Field> | null,
): readonly Of[] {
  let isDone = false
  return items.flatMap((item): Of[] => {
    if (isDone || item.kind === 'break') return [item]
    if (item.kind === 'group') {
      if (![...fieldsOf(item.items)].some(({ name }) => name.toLowerCase() === wanted)) return [item]
      isDone = true
      return [{ ...item, items: changed(item.items, wanted, changes) }]
    }
    if (item.name.toLowerCase() === wanted) {
      isDone = true
      return changes === null ? [] : [{ ...item, ...changes }]
    }
    if (!item.parts.some(({ name }) => name.toLowerCase() === wanted)) return [item]
    isDone = true
    // What is taken out of a field leaves its bits.
    const gone = { name: '', isUnused: true, parts: [] }
    return [{ ...item, parts: changed(item.parts, wanted, changes ?? gone) }]
  })
}
