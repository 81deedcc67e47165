/** Values as YAML in the way Ruby writes front matter: plain where that is safe, else in quotes, blocks for the rest. */
import { isHash, isList, resolveScalar, rubyToS, type Value, zoneFor } from '../base/index.ts'

/** `key: value` with its line break; hashes and arrays go below, as deep as `indent`. */
export function yamlField(key: string, value: Value, indent = ''): string {
  const lead = `${indent}${yamlString(key, indent)}:`
  if (isHash(value)) {
    if (value.size === 0) return `${lead} {}\n`
    return `${lead}\n${[...value].map(([name, each]) => yamlField(rubyToS(name), each, `${indent}  `)).join('')}`
  }
  if (isList(value)) {
    if (value.length === 0) return `${lead} []\n`
    return `${lead}\n${value.map((each) => yamlItem(each, indent)).join('')}`
  }
  if (value === null || value === undefined) return `${lead}\n`
  return `${lead} ${yamlScalar(value, indent)}\n`
}

function yamlItem(value: Value, indent: string): string {
  if (isHash(value) && value.size > 0) {
    const fields = [...value].map(([name, each]) => yamlField(rubyToS(name), each, `${indent}  `)).join('')
    return `${indent}- ${fields.slice(indent.length + 2)}`
  }
  if (isList(value) && value.length > 0) {
    const items = value.map((each) => yamlItem(each, `${indent}  `)).join('')
    return `${indent}- ${items.slice(indent.length + 2)}`
  }
  const text = isHash(value) ? '{}' : isList(value) ? '[]' : yamlScalar(value, indent)
  return text === '' ? `${indent}-\n` : `${indent}- ${text}\n`
}

function yamlScalar(value: Value, indent: string): string {
  return typeof value === 'string' ? yamlString(value, indent) : rubyToS(value)
}

const UTC = zoneFor('UTC')

/** A string as Psych writes it: single quotes for what would read as something else, double for odd characters. */
function yamlString(text: string, indent = ''): string {
  if (text === '') return "''"
  if (text === 'y' || text === 'n') return `"${text}"`
  if (/\p{Cc}|\p{Zl}|\p{Zp}|\u00a0|\ufeff|[\u{10000}-\u{10ffff}]/u.test(text)) {
    if (/^[\p{L}\p{N}]/u.test(text) && !/[^\P{Cc}\n]|[\u{10000}-\u{10ffff}]/u.test(text))
      return block(text, indent)
    return doubleQuoted(text)
  }
  if (!/^[\p{L}\p{M}\p{N}_]/u.test(text) && !text.includes('"', 1)) return doubleQuoted(text)
  return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`
}

/** Whether `text` without quotes reads as the same string, for every reader. */
function isPlain(text: string): boolean {
  if (/^(?:[-?](?:\s|$)|[:,[\]{}#&*!|>'"%@`\s])|\s$|: |:$| #/.test(text)) return false
  if (/^[-+]?[0-9](?:[0-9_,.]*[0-9.])?$|^[0-9]+(?::[0-9]+)+$|^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return false
  return typeof resolveScalar(text, UTC) === 'string'
}

function block(text: string, indent: string): string {
  const end = text.endsWith('\n') ? '' : '-'
  const rows = text.replace(/\n$/, '').split('\n')
  return `|${end}\n${rows.map((row) => (row === '' ? '' : `${indent}  ${row}`)).join('\n')}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\u0007': '\\a',
  '\u001b': '\\e',
  '\u0000': '\\0',
  '\u00a0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

function doubleQuoted(text: string): string {
  const inner = text.replace(/["\\\p{Cc}\p{Zl}\p{Zp}\u00a0\ufeff\u{10000}-\u{10ffff}]/gu, (char) => {
    const code = char.codePointAt(0)!
    const hex = code.toString(16).toUpperCase()
    return (
      ESCAPES[char] ??
      (code > 0xffff
        ? `\\U${hex.padStart(8, '0')}`
        : code > 0xff
          ? `\\u${hex.padStart(4, '0')}`
          : `\\x${hex.padStart(2, '0')}`)
    )
  })
  return `"${inner}"`
}
