/** What every part of the reader works with, and how it turns files into text and front matter. */
import {
  BuildError,
  type Diagnostic,
  type Hash,
  isHash,
  joinPath,
  offsetOf,
  parseYaml,
  type SourceText,
  type Time,
  type Zone,
} from '../base/index.ts'
import { type FileStat, type FileTree, ReadError } from '../files/index.ts'
import { type OutputExt, outputExtIn, type SiteFile, type SiteRules } from '../site/index.ts'
import type { Decode } from './decode.ts'
import type { EntryFilter } from './entry-filter.ts'
import { HEADER_LENGTH, hasHeader, splitFrontMatter } from './front-matter.ts'
import { quotesWanted } from './quoted-value.ts'
import { type ReadMemory, remembered } from './read-memory.ts'
import type { SourceKeeper } from './source-keeper.ts'

export interface ReadContext extends SiteRules {
  readonly tree: FileTree
  /** the site's */
  readonly zone: Zone
  /** the site's time as it would be if its clock went on; `time` where that is the present */
  readonly present: Time
  /** answers so far of `askOutputExt` */
  readonly outputExts: Map<string, string>
  /** what plugins' converters and the bundled ones make of an extension; undefined when there are none of plugins */
  readonly askOutputExt: OutputExt | undefined
  readonly origin: SiteFile['origin']
  readonly decode: Decode
  readonly filter: EntryFilter
  /** what was made of files before; undefined for one reading alone */
  readonly memory: ReadMemory | undefined
  /** what earlier processes made of them */
  readonly keeper: SourceKeeper | undefined
  /** of the file that is just being read */
  readonly reading: Reading
  /** in the order in which they happened */
  readonly diagnostics: Diagnostic[]
}

/** What comes up while something is made of a file. */
interface Reading {
  /** how the file looked when it was opened */
  stat?: FileStat | undefined
  /** whether what is made may be another at another time, though the file is the same */
  leansOnClock: boolean
}

/** Thrown where a document waits for a time that has come while the site's clock stood still: nothing that is read by it counts. */
export class Overdue extends Error {}

/** A file with its front matter taken off. */
export interface Source {
  readonly stat: FileStat
  readonly data: Hash
  readonly body: string
  readonly bodyLine: number
  /** why the front matter, or the whole file, could not be used; `data` is then empty */
  readonly problem?: Problem
}

/** Where and what a diagnostic is about, without its message. */
type DiagnosticParts = Pick<Diagnostic, 'code' | 'topic' | 'source' | 'span' | 'help'>

interface Problem {
  readonly kind: 'unreadable' | 'encoding' | 'yaml' | 'refused' | 'not-a-hash'
  /** Ruby's or Psych's words */
  readonly message: string
  readonly diagnostic: DiagnosticParts
}

/** What a build does not go on without, as it goes on without a file it has no right to: one with no end, one too large. */
const NEVER: ReadonlySet<string> = new Set(['EINVAL', 'EFBIG'])

const NO_DATA: Hash = new Map()
const NO_STAT: FileStat = { size: 0, mtime: 0 }

/** Reads the file at `path` of the tree and its front matter. Never throws for a bad file: it says what is wrong. */
export function readSource(ctx: ReadContext, path: string): Source {
  let contents: ReturnType<FileTree['read']>
  try {
    contents = ctx.tree.read(path)
  } catch (error) {
    if (!(error instanceof ReadError) || NEVER.has(error.code)) throw error
    const diagnostic = { code: 'read/unreadable', help: 'check that the file exists and may be read' }
    return empty(NO_STAT, '', { kind: 'unreadable', message: error.message, diagnostic })
  }
  ctx.reading.stat = contents
  const { text, valid } = ctx.decode(contents.bytes)
  if (!valid) return empty(contents, text, invalidEncoding(path, text))
  const parts = splitFrontMatter(text)
  if (parts === null) return { stat: contents, data: NO_DATA, body: text, bodyLine: 1 }
  const { body, bodyLine } = parts
  const { value, error } = parseYaml(parts.yaml, ctx.zone, undefined, ctx.config.reference.yaml)
  const source: SourceText = { path, text }
  if (error !== undefined) {
    const offset = offsetOf(text, error)
    const help = quotesWanted(text, offset)
    const diagnostic = {
      code: 'read/front-matter',
      source,
      span: { start: offset, end: offset },
      ...(help === undefined ? {} : { help }),
    }
    return {
      stat: contents,
      data: NO_DATA,
      body,
      bodyLine,
      problem: { kind: error.isRefusal ? 'refused' : 'yaml', message: error.message, diagnostic },
    }
  }
  if (isHash(value)) return { stat: contents, data: value, body, bodyLine }
  if (value === null || value === false) return { stat: contents, data: NO_DATA, body, bodyLine }
  const diagnostic = {
    code: 'read/front-matter',
    source,
    span: { start: 0, end: 3 },
    help: 'front matter is made of lines such as `title: My page`',
  }
  const message = `front matter is ${Array.isArray(value) ? 'a list' : 'a plain value'}, not keys with values`
  return {
    stat: contents,
    data: NO_DATA,
    body,
    bodyLine,
    problem: { kind: 'not-a-hash', message, diagnostic },
  }
}

/** Whether the file at `path` of the tree has front matter. Throws ReadError. */
export function startsWithHeader(ctx: ReadContext, path: string): boolean {
  return remembered(ctx, path, 'header', () => hasHeader(ctx.tree.head(path, HEADER_LENGTH)))
}

function empty(stat: FileStat, body: string, problem: Problem): Source {
  return { stat, data: NO_DATA, body, bodyLine: 1, problem }
}

function invalidEncoding(path: string, text: string): Problem {
  const at = text.indexOf('\ufffd')
  return {
    kind: 'encoding',
    message: 'invalid byte sequence in UTF-8',
    diagnostic: {
      code: 'read/invalid-encoding',
      source: { path, text },
      span: { start: at, end: at + 1 },
      help: 'save the file as UTF-8, or set `encoding` in the configuration',
    },
  }
}

/** The extension of the output that converters make of a file with this one. */
export function convertedExtOf(ctx: ReadContext, ext: string): string {
  if (ctx.askOutputExt !== undefined && !ctx.outputExts.has(ext))
    ctx.outputExts.set(ext, ctx.askOutputExt(ext))
  return outputExtIn(ctx, ext)
}

/** Notes what the makers of documents and pages have to say. */
export function noteIn(ctx: ReadContext): (diagnostic: Diagnostic) => void {
  return (diagnostic) => ctx.diagnostics.push(diagnostic)
}

/** What `make` makes; an error that stops the build takes what was noted before with it. */
export function withNotes<T>(ctx: ReadContext, make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw error instanceof BuildError ? new BuildError([...error.diagnostics, ...ctx.diagnostics]) : error
  }
}

/** Notes a problem that does not stop the build. */
export function warn(ctx: ReadContext, message: string, place: DiagnosticParts): void {
  ctx.diagnostics.push({ severity: 'warning', message, trail: [], ...place })
}

/** Stops the build with one diagnostic; those noted before go with it. */
export function stop(ctx: ReadContext, message: string, place: DiagnosticParts, cause?: ReadError): never {
  throw new BuildError([{ severity: 'error', message, trail: [], ...place }, ...ctx.diagnostics], { cause })
}

/** The file at `path` of the tree; `base` (a directory of the tree) is taken off what is called its path. */
export function siteFile(ctx: ReadContext, path: string, stat: FileStat, base = ''): SiteFile {
  const { root } = ctx.tree
  if (base === '') return { path, origin: ctx.origin, root, size: stat.size, mtime: stat.mtime }
  return {
    path: path.slice(base.length + 1),
    origin: ctx.origin,
    root: `${root}/${base}`,
    size: stat.size,
    mtime: stat.mtime,
  }
}

/** The same of a file that is copied, with what tells it from itself as it was. */
export function copiedFile(ctx: ReadContext, path: string, base = ''): SiteFile {
  const stat = ctx.tree.stat(path)
  const file = siteFile(ctx, path, stat, base)
  return stat.identity === undefined ? file : { ...file, identity: stat.identity }
}

/** Absolute, as Jekyll's messages name files. */
export function absolutePath(ctx: ReadContext, path: string): string {
  return joinPath(ctx.tree.root, path)
}
