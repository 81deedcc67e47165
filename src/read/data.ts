/** Data files: `_data` as one tree of hashes. */
import { compareStrings, extname, joinPath, offsetOf, parseYaml, type Value } from '../base/index.ts'
import type { Entry } from '../files/index.ts'
import { type ReadContext, stop } from './context.ts'
import { MalformedCsv, parseCsv } from './csv.ts'
import { decoder, decodeWithMark } from './decode.ts'
import { remembered } from './read-memory.ts'
import { refuseCircle } from './walk.ts'

/** Of several files with one name the one whose extension comes last here wins; a directory beats them all. */
const EXTENSIONS = ['.yaml', '.yml', '.json', '.csv', '.tsv'] as const

/**
 * All data below `data_dir`, in Jekyll's order: by extension, then by name, then directories. Throws BuildError for a
 * file that cannot be read or parsed, as Jekyll stops there.
 */
export function readData(ctx: ReadContext): Map<Value, Value> {
  return readDirectory(ctx, ctx.config.dataDir)
}

function readDirectory(ctx: ReadContext, directory: string): Map<Value, Value> {
  const data = new Map<Value, Value>()
  const entries = ctx.tree
    .list(directory)
    .filter(({ name }) => !name.startsWith('.'))
    .filter((entry) => isReadable(ctx, directory, entry))
    .sort((a, b) => compareStrings(a.name, b.name))
  for (const extension of EXTENSIONS) {
    for (const { name, kind } of entries) {
      if (kind === 'file' && name.endsWith(extension))
        data.set(dataKey(name.slice(0, -extname(name).length)), readFile(ctx, joinPath(directory, name)))
    }
  }
  for (const entry of entries) {
    if (entry.kind !== 'directory') continue
    refuseCircle(ctx, directory, entry)
    data.set(dataKey(entry.name), readDirectory(ctx, joinPath(directory, entry.name)))
  }
  return data
}

function isReadable(ctx: ReadContext, directory: string, { name, kind, link }: Entry): boolean {
  const path = joinPath(directory, name)
  if (kind === 'other' || kind === 'outside') {
    ctx.tree.passOver(path)
    return false
  }
  return !ctx.config.safe || !link || ctx.filter.inside(path)
}

/**
 * The key for a file name: only ASCII letters, digits, underscores, hyphens and spaces stay, spaces become underscores
 * and go at the start. `team members` is `team_members`.
 */
function dataKey(name: string): string {
  return name
    .replace(/^\s+(?=\w|$)/, '')
    .replace(/[^\w\s-]+/g, '')
    .replace(/\s+/g, '_')
}

function readFile(ctx: ReadContext, path: string): Value {
  return remembered(ctx, path, 'data', () => parseFile(ctx, path))
}

function parseFile(ctx: ReadContext, path: string): Value {
  const extension = extname(path)
  const { bytes } = ctx.tree.read(path)
  return extension === '.csv' || extension === '.tsv'
    ? readTable(ctx, path, bytes, extension)
    : readYaml(ctx, path, bytes)
}

/** JSON is YAML to Jekyll, so both are. */
function readYaml(ctx: ReadContext, path: string, bytes: Uint8Array): Value {
  const { text, valid } = ctx.decode(bytes)
  const source = { path, text }
  if (!valid) {
    const at = text.indexOf('\ufffd')
    return stop(ctx, `(${path}): invalid leading UTF-8 octet`, {
      code: 'read/invalid-encoding',
      source,
      span: { start: at, end: at + 1 },
      help: 'save the file as UTF-8',
    })
  }
  const { value, error } = parseYaml(text, ctx.zone, path, ctx.config.reference.yaml)
  if (error === undefined) return value === undefined ? null : value
  const at = offsetOf(text, error)
  return stop(ctx, error.message, { code: 'read/data-file', source, span: { start: at, end: at } })
}

function readTable(ctx: ReadContext, path: string, bytes: Uint8Array, extension: '.csv' | '.tsv'): Value {
  // Ruby's CSV keeps a byte order mark: it becomes part of the first key.
  const { csv, tsv } = ctx.config.reading.tables
  const { encoding, headers, converters } = extension === '.csv' ? csv : tsv
  const { text, valid } = (encoding === undefined ? decodeWithMark : decoder(encoding))(bytes)
  const source = { path, text }
  if (!valid)
    return stop(ctx, `${path}: Invalid byte sequence in UTF-8.`, {
      code: 'read/invalid-encoding',
      source,
      span: { start: text.indexOf('\ufffd'), end: text.indexOf('\ufffd') + 1 },
      help: 'save the file as UTF-8',
    })
  try {
    return parseCsv(text, {
      separator: extension === '.csv' ? ',' : '\t',
      headers,
      converters,
      zone: ctx.zone,
      time: ctx.now,
    })
  } catch (error) {
    if (!(error instanceof MalformedCsv)) throw error
    const at = offsetOf(text, { line: error.line, column: 1 })
    return stop(ctx, `${path}: ${error.message}`, {
      code: 'read/data-file',
      source,
      span: { start: at, end: at },
    })
  }
}
