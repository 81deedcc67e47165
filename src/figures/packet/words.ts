/** A packet in words, and as a table of its fields. */
import type { Alternative } from '../kind.ts'
import type { Field, Group, Item, Packet } from './model.ts'
import { inWords, rangeInWords } from './size.ts'

/** The name of the packet where its text gives none. */
export function titleOf({ items }: Packet): string {
  const groups = items.filter((item): item is Group => item.kind === 'group')
  const names = groups.map(({ name }) => name)
  if (names.length === 0 || groups.length < items.filter(({ kind }) => kind !== 'break').length)
    return 'Packet'
  return names.length === 1 ? `${names[0]} header` : names.join(', ')
}

/** @param title the figure's name, which the words begin with */
export function wordsOf({ items, width }: Packet, title: string): string {
  const parts: string[] = []
  let loose: string[] = []
  const flush = (): void => {
    if (loose.length > 0) parts.push(`${loose.join(', ')}.`)
    loose = []
  }
  const say = (all: readonly Item[]): void => {
    for (const item of all)
      if (item.kind === 'field') loose.push(fieldInWords(item))
      else if (item.kind === 'group') {
        flush()
        const cite = item.cite === undefined ? '' : ` (${item.cite})`
        const only = all.length === 1 && `${item.name} header` === title
        if (!only) parts.push(`${item.name}${cite}:`)
        say(item.items)
        flush()
      }
  }
  say(items)
  flush()
  return [`${title}, in rows of ${width} bits.`, ...parts].join(' ')
}

function fieldInWords(field: Field): string {
  if (field.isUnused === true) return `${sizeOf(field)} unused`
  const marks = [
    ...(field.isOptional === true ? ['optional'] : []),
    ...(field.isRepeated === true ? ['repeated'] : []),
  ]
  const value = field.value === undefined ? '' : ` = ${field.value}`
  const size = [sizeOf(field), ...marks].join(', ')
  const parts = field.parts.length === 0 ? '' : `: ${field.parts.map(fieldInWords).join(', ')}`
  return `${field.name} (${size}${parts})${value}`
}

function sizeOf({ bits, least = 0, most }: Field): string {
  return bits === null ? rangeInWords(least, most ?? null) : inWords(bits)
}

/** The fields as a table. Places are counted from the first bit of each header. */
export function tableOf({ items }: Packet): Alternative {
  const rows: { readonly cells: readonly string[]; readonly value: string; readonly note: string }[] = []
  let at: number | null = 0
  const add = (field: Field, path: string): void => {
    const name = field.isUnused === true ? 'unused' : path === '' ? field.name : `${path}: ${field.name}`
    const place =
      at === null
        ? ''
        : field.bits === null
          ? `${at}–`
          : field.bits === 1
            ? `${at}`
            : `${at}–${at + field.bits - 1}`
    rows.push({ cells: [place, sizeOf(field), name], value: field.value ?? '', note: noteOf(field) })
    if (field.parts.length > 0) for (const part of field.parts) add(part, field.name)
    else at = at === null || field.bits === null ? null : at + field.bits
  }
  const walk = (all: readonly Item[], path: string): void => {
    for (const item of all)
      if (item.kind === 'field') add(item, path)
      else if (item.kind === 'group') {
        if (item.isHeader) at = 0
        walk(item.items, items.length === 1 ? '' : item.name)
      }
  }
  walk(items, '')
  const has = { value: rows.some(({ value }) => value !== ''), note: rows.some(({ note }) => note !== '') }
  const head = ['Bits', 'Size', 'Field', ...(has.value ? ['Value'] : []), ...(has.note ? ['Note'] : [])]
  return {
    kind: 'table',
    head,
    rows: rows.map(({ cells, value, note }) => [
      ...cells,
      ...(has.value ? [value] : []),
      ...(has.note ? [note] : []),
    ]),
  }
}

function noteOf({ note, isOptional, isRepeated }: Field): string {
  const marks = [...(isOptional === true ? ['optional'] : []), ...(isRepeated === true ? ['repeated'] : [])]
  return [...marks, ...(note === undefined ? [] : [note])].join('; ')
}
