/** Front matter of Hugo: YAML between `---`, TOML between `+++`, or JSON in braces. */
import { isHash, parseYaml, rubyToS, type Value, zoneFor } from '../base/index.ts'
import { faultyExport } from './faulty-export.ts'
import type { ExportFiles } from './types.ts'

export interface HugoFront {
  readonly data: ReadonlyMap<string, Value>
  readonly body: string
  /** the line of the body's first, from 1 */
  readonly line: number
}

type Kind = 'yaml' | 'toml' | 'json'

interface Given {
  readonly file: string
  readonly written: string
  readonly source: ExportFiles
  /** that all of it is a text of this kind, as a configuration is */
  readonly kind?: Kind
}

const FENCES: readonly (readonly [Kind, RegExp])[] = [
  ['yaml', /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/],
  ['toml', /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/],
  ['json', /^(\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/],
]

/** Throws a BuildError where it cannot be read. */
export function frontMatterOf({ file, written, source, kind }: Given): HugoFront {
  if (kind !== undefined) return { data: dataOf(written, kind, file, written, source), body: '', line: 1 }
  const text = written.replace(/^\ufeff/, '')
  for (const [each, fence] of FENCES) {
    const found = fence.exec(text)
    if (found === null) continue
    const body = text.slice(found[0].length)
    const line = found[0].split('\n').length
    return { data: dataOf(found[1] ?? '', each, file, written, source), body, line }
  }
  return { data: new Map(), body: text, line: 1 }
}

function dataOf(
  text: string,
  kind: Kind,
  file: string,
  written: string,
  source: ExportFiles,
): ReadonlyMap<string, Value> {
  try {
    const value =
      kind === 'yaml'
        ? yamlOf(text)
        : kind === 'toml'
          ? source.parseToml(text)
          : valueOfJson(JSON.parse(text))
    return isHash(value) ? new Map([...value].map(([key, each]) => [rubyToS(key), each])) : new Map()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = Math.max(0, written.indexOf(text))
    throw faultyExport(
      `'${file}' cannot be read: ${message}`,
      'mend it, or take it away; nothing was written',
      {
        source: { path: file, text: written },
        span: { start: at, end: at + 1 },
      },
    )
  }
}

function yamlOf(text: string): Value {
  const result = parseYaml(text, zoneFor('UTC'))
  if ('value' in result) return result.value
  throw new Error(result.error.message)
}

function valueOfJson(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(valueOfJson)
  if (typeof value !== 'object' || value === null) return null
  return new Map<Value, Value>(Object.entries(value).map(([key, each]) => [key, valueOfJson(each)]))
}

/** What stands under `key`, written with capitals or not, as Hugo takes it. */
export function valueUnder(data: ReadonlyMap<string, Value>, key: string): Value {
  const own = data.get(key)
  if (own !== undefined) return own
  for (const [name, value] of data) if (name.toLowerCase() === key.toLowerCase()) return value
  return null
}

/** What stands under `key` in a hash. */
export function valueIn(value: Value, key: string): Value {
  return isHash(value) ? (value.get(key) ?? null) : null
}
