/**
 * Colouring through TextMate grammars: right in the main, though not token for token as Rouge. Tokens joined are the
 * text here, too.
 */
import type { RougeVersion } from '../base/index.ts'
import { COARSE_LANGUAGES, type CoarseLanguage } from './coarse-table.ts'
import { isThere } from './language.ts'
import { classOf, type ScopeTable, scopeTable } from './scopes.ts'
import { grammarLoader, type LineReader } from './shiki.ts'
import { type Token, TokenSink } from './tokens.ts'
import type { TokenClass } from './types.ts'

/** Several where one went and another took its name: see `until`. */
const BY_NAME: ReadonlyMap<string, readonly CoarseLanguage[]> = byName()
const readerOf = grammarLoader()

function byName(): ReadonlyMap<string, readonly CoarseLanguage[]> {
  const found = new Map<string, CoarseLanguage[]>()
  for (const each of COARSE_LANGUAGES)
    for (const name of [each.tag, ...each.aliases, ...(each.laterAliases?.names ?? [])])
      found.set(name, [...(found.get(name) ?? []), each])
  return found
}

/** The language with this name among those of `version` without a lexer of ours. */
export function findCoarse(name: string, version: RougeVersion): CoarseLanguage | undefined {
  return BY_NAME.get(name)?.find(
    (each) =>
      isThere(each, version) &&
      (each.laterAliases?.names.includes(name) !== true || isThere(each.laterAliases, version)),
  )
}

/** The tags of those languages. */
export function coarseTags(version: RougeVersion): readonly string[] {
  return COARSE_LANGUAGES.filter((each) => isThere(each, version)).map(({ tag }) => tag)
}

/** `code` as tokens; one plain token where there is no grammar for the language. */
export function tokenizeCoarse(code: string, language: CoarseLanguage): readonly Token[] {
  const sink = new TokenSink()
  const read = language.grammar === undefined ? unread : readerOf(language.grammar)
  colour(code, read, language, sink)
  sink.flush()
  return sink.tokens
}

/** Without a grammar: a line is one part that no scope names. */
const unread: LineReader = (line) => [{ start: 0, end: line.length, scopes: [] }]

/** Reads line by line; what the reader leaves out is plain. */
function colour(code: string, read: LineReader, language: CoarseLanguage, sink: TokenSink): void {
  const own: ScopeTable = scopeTable(language.scopes ?? '')
  const blank = language.blank ?? ''
  let last: TokenClass = ''
  let start = 0
  while (start < code.length) {
    const feed = code.indexOf('\n', start)
    const end = feed < 0 ? code.length : feed
    let at = start
    for (const part of read(code.slice(start, end))) {
      const stop = start + part.end
      if (stop <= at) continue
      const cls = classOf(part.scopes, own)
      // The line break belongs to a comment or string that goes on.
      if (at === start && start > 0)
        sink.emit(cls === last && spans(cls) ? cls : blank, code, start - 1, start)
      if (cls !== undefined && spans(cls)) sink.emit(cls, code, at, stop)
      else emitWords(code, at, stop, cls, language, sink)
      last = cls ?? ''
      at = stop
    }
    if (at === start && start > 0) sink.emit(blank, code, start - 1, start)
    sink.emit('', code, at, end)
    start = end + 1
  }
  if (code.endsWith('\n')) sink.emit(blank, code, code.length - 1, code.length)
}

/** Comments and strings: blanks in them are theirs. */
function spans(cls: TokenClass | undefined): cls is TokenClass {
  return cls !== undefined && /^[cs]/.test(cls) && cls !== 'ss'
}

const WORD = /(\s+)|([\p{L}_$][\p{L}\p{N}_$]*)|(\d[\w.]*)|([()[\]{},;:.]+)|[^\s\p{L}_$\d()[\]{},;:.]+/uy

/** What no scope names is a word, number, punctuation or operator by its look, where the language has such. */
function emitWords(
  code: string,
  at: number,
  end: number,
  cls: TokenClass | undefined,
  language: CoarseLanguage,
  sink: TokenSink,
): void {
  WORD.lastIndex = at
  while (WORD.lastIndex < end) {
    const from = WORD.lastIndex
    const match = WORD.exec(code)
    const to = match === null ? end : Math.min(WORD.lastIndex, end)
    sink.emit(
      match?.[1] !== undefined ? (language.blank ?? '') : (cls ?? look(match, language.word)),
      code,
      from,
      to,
    )
    WORD.lastIndex = to
  }
}

function look(match: RegExpExecArray | null, word: TokenClass | undefined): TokenClass {
  if (match === null || word === undefined) return ''
  return match[2] !== undefined ? word : match[3] !== undefined ? 'mi' : match[4] !== undefined ? 'p' : 'o'
}
